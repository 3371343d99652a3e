/**
 * A server's own words without the client secret that they may quote.
 */
import { MASK } from '../contract/sanitize.js'

/** A secret's name, then at most a few signs or a verb, then 24 or more of the characters that secrets are made of. */
const labelled =
  /((?:client[-_. ]?secret(?:[-_. ]?value)?|secret[-_. ]?hash)(?:[\\"'`\s:=>]|\bis\b|\bwas\b){1,8})[\w+]{24,}/gi

export const maskLabelled = (text: string): string => text.replace(labelled, `$1${MASK}`)
