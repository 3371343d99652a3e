/**
 * Options over defaults, where an option that is `undefined` counts as not given.
 */
export const withDefaults = <D extends object, O extends object>(defaults: D, options: O): D & O => {
  const given = Object.entries(options).filter(([, value]) => value !== undefined)
  // the members of `options` that stay away are those whose type allows `undefined`
  return { ...defaults, ...Object.fromEntries(given) } as D & O
}
