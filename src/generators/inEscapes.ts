/**
 * Another writing of the same JSON text: every character as an escape.
 */
export const inEscapes = (text: string): string =>
  text.replace(/[^]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
