/**
 * The files that the AWS CLI is configured by: `~/.aws/config` and `~/.aws/credentials`.
 */

/** Sections by their headings, settings by their names; a setting in an indented group is named `GROUP.NAME`. */
export type AwsConfigFile = ReadonlyMap<string, ReadonlyMap<string, string>>

/** A comment begins with a line, or behind a blank. */
const withoutComment = (line: string): string => line.replace(/(?:^|\s)[#;].*/, '').trimEnd()

/** `[profile "my name"]` and `[ profile my name ]` are the same section. */
const headingOf = (line: string): string | undefined =>
  /^\s*\[(.*)\]/.exec(line)?.[1]?.replaceAll('"', '').trim().replace(/\s+/g, ' ')

/** Total: what is no heading and no setting is skipped, as the AWS CLI skips it. */
export const parseAwsConfigFile = (text: string): AwsConfigFile => {
  const sections = new Map<string, Map<string, string>>()
  let settings = new Map<string, string>()
  let group = ''
  for (const line of text.split(/\r?\n/).map(withoutComment)) {
    const heading = headingOf(line)
    const at = line.indexOf('=')
    if (heading !== undefined) {
      settings = sections.get(heading) ?? new Map<string, string>()
      sections.set(heading, settings)
      group = ''
    } else if (at > 0) {
      const name = line.slice(0, at).trim().toLowerCase()
      const value = line.slice(at + 1).trim()
      const isInGroup = /^\s/.test(line) && group !== ''
      if (!isInGroup) group = value === '' ? name : ''
      settings.set(isInGroup ? `${group}.${name}` : name, value)
    }
  }
  return sections
}
