/**
 * The reference of the command line as Markdown, from what commander knows.
 */
import type { Command, Option } from 'commander'
import { program } from '../../src/node/cli/program.js'

/** In which order and under which heading options are shown. What is in no group comes last. */
const GROUPS: ReadonlyArray<readonly [heading: string, flags: ReadonlyArray<string>]> = [
  ['What is judged', ['--reference', '--only', '--skip', '--list', '--strict', '--bail', '--baseline']],
  ['How the target is reached', ['--region', '--profile', '--ca', '--timeout', '--rate-limit', '--concurrency']],
  [
    'How the target is provisioned',
    ['--user-pool-id', '--client-id', '--fixtures', '--no-provision', '--provision-aws', '--settle']
  ],
  ['Which test cases are sent', ['--seed', '--runs', '--max-time', '--replay', '--keep']],
  ['What is written', ['--report', '--write-baseline', '--quiet', '--json']]
]

const OTHERS = 'More'

const cell = (text: string): string => text.replace(/[\\*<>|]/g, '\\$&')

const sentence = (text: string): string => cell(text.charAt(0).toUpperCase() + text.slice(1))

const defaultOf = ({ defaultValue }: Option): string =>
  defaultValue === undefined || typeof defaultValue === 'boolean' ? '' : ` (default: ${String(defaultValue)})`

const row = (option: Option): string => `| \`${option.flags}\` | ${sentence(option.description)}${defaultOf(option)} |`

const table = (heading: string, options: ReadonlyArray<Option>): string =>
  [`| ${heading} | |`, '| - | - |', ...options.map(row)].join('\n')

const headingOf = ({ long }: Option): string => GROUPS.find(([, flags]) => flags.includes(long ?? ''))?.[0] ?? OTHERS

/** A few options need no groups. */
const optionTables = ({ options }: Command): string => {
  if (options.length < 15) return table('Option', options)
  return [...GROUPS.map(([heading]) => heading), OTHERS]
    .map((heading) => [heading, options.filter((option) => headingOf(option) === heading)] as const)
    .filter(([, some]) => some.length > 0)
    .map(([heading, some]) => table(heading, some))
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
