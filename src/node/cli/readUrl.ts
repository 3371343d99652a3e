/**
 * URLs of targets, as people write them.
 */
export const URL_EXAMPLE = 'a URL such as http://127.0.0.1:9229'

/** `localhost:9229`, `[::1]:9229/path`: what is meant is plain. */
const HOST_AND_PORT = /^(?:[\w.-]+|\[[\da-f:.]+\]):\d+(?:[/?]|$)/i

/** The URL, or what is wrong with it. Nothing of it is said again: it may hold a password. */
export const readUrl = (text: string): URL | string => {
  if (text === '') return 'the URL is empty; is the variable that should hold it set?'
  const whole = HOST_AND_PORT.test(text) ? `http://${text}` : text
  const url = URL.canParse(whole) ? new URL(whole) : undefined
  if (url === undefined || !['http:', 'https:'].includes(url.protocol)) return `expected ${URL_EXAMPLE}`
  // reports show the URL
  return url.username === '' && url.password === ''
    ? url
    : 'a user name or password in the URL is not used: requests are signed instead'
}
