/**
 * The reference of the command line as Markdown, from what commander knows.
 */
import type { Command, Option } from 'commander'
import { program } from '../../src/node/cli/program.js'

const cell = (text: string): string => text.replace(/[\\*<>|]/g, '\\$&')

const sentence = (text: string): string => cell(text.charAt(0).toUpperCase() + text.slice(1))

const defaultOf = ({ defaultValue }: Option): string =>
  defaultValue === undefined || typeof defaultValue === 'boolean' ? '' : ` (default: ${String(defaultValue)})`

const row = (option: Option): string => `| \`${option.flags}\` | ${sentence(option.description)}${defaultOf(option)} |`

const table = (heading: string, options: ReadonlyArray<Option>): string =>
  [`| ${heading} | |`, '| - | - |', ...options.map(row)].join('\n')

const headingOf = ({ helpGroupHeading = 'Options:' }: Option): string => helpGroupHeading.replace(/:$/, '')

/** In the groups of `--help`; a few options need none. */
const optionTables = ({ options }: Command): string => {
  if (options.length < 15) return table('Option', options)
  return [...new Set(options.map(headingOf))]
    .map((heading) =>
      table(
        heading,
        options.filter((option) => headingOf(option) === heading)
      )
    )
    .join('\n\n')
}

const argumentLines = (command: Command): string =>
  command.registeredArguments
    .map((argument) => {
      const choices = argument.argChoices?.map((choice) => `\`${choice}\``).join(', ')
      return `- \`${argument.name()}\`: ${cell(argument.description)}${choices === undefined ? '' : ` (${choices})`}`
    })
    .join('\n')

const section = (command: Command): string =>
  [
    `## ${command.name()}`,
    `${cell(command.description())}.`,
    `\`\`\`text\ncognito-secrets-contract ${command.name()} ${command.usage()}\n\`\`\``,
    argumentLines(command),
    optionTables(command)
  ]
    .filter((part) => part !== '')
    .join('\n\n')

/** A section for each command, in the order of the help. */
export const commandTables = (): string => program('0.0.0').commands.map(section).join('\n\n')
