/** The members that are not `undefined`: options of a run may be absent, but not `undefined`. */
export const given = <A extends object>(members: A): { readonly [K in keyof A]?: Exclude<A[K], undefined> } =>
  // what is left out is what the type says may be absent
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as {
    readonly [K in keyof A]?: Exclude<A[K], undefined>
  }

/** Options over defaults, where an option that is `undefined` counts as not given. */
export const withDefaults = <D extends object, O extends object>(defaults: D, options: O): D & O =>
  // the members of `options` that stay away are those whose type allows `undefined`
  ({ ...defaults, ...given(options) }) as D & O
