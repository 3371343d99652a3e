/**
 * The words of a module or a client that we started: they may quote the secrets of our environment.
 */
import { sanitize } from '../contract/sanitize.js'

/** `AWS_SECRET_ACCESS_KEY`, `AWS_SESSION_TOKEN`, `DATABASE_PASSWORD`. */
const SECRET_NAME = /secret|token|password|access_key/i

/** Shorter values are words such as `test`, which stand in many texts. */
const SHORTEST = 8

/** The text without the values of those environment variables that are called like secrets. */
export const maskEnvironment = (text: string): string => {
  const secrets = Object.entries(process.env).flatMap(([name, value = '']) =>
    SECRET_NAME.test(name) && value.length >= SHORTEST ? [value] : []
  )
  return String(sanitize(text, { secrets }))
}
