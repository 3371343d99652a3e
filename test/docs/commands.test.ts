/**
 * Commands in the documentation can be given: subcommands, flags and scripts exist; and every flag is documented.
 */
import type { Command, Option } from 'commander'
import { describe, expect, test } from 'vitest'
import { parseBaseline } from '../../src/conformance.js'
import { program } from '../../src/node/cli/program.js'
import { blocksOf, inlineCodeOf } from './markdown.js'
import { exists, packageJson, pages, read } from './pages.js'

const SHELL = ['sh', 'bash', 'console', 'yaml']

const commands = program('0.0.0').commands

/** Lines of shell, continued lines joined, and one after another what `&&` and `;` join. */
const invocations = (markdown: string): ReadonlyArray<ReadonlyArray<string>> =>
  blocksOf(markdown)
    .filter(({ language }) => SHELL.includes(language))
    .flatMap(({ language, code }) =>
      code
        .replace(/\\\n\s*/g, ' ')
        .replace(/>-\n/g, '')
        .replace(/\n\s+(?=npx |--)/g, ' ')
        .split(/\n|&&|;|\|/)
        .map((line) => (language === 'yaml' ? line.replace(/^\s*- run: */, '') : line))
    )
    .map((line) => line.trim().split(/\s+/))
    .filter(([first]) => first !== undefined && first !== '')

/** What is said to our command: behind its name, or behind `npm start --`. */
const ours = (words: ReadonlyArray<string>): ReadonlyArray<string> | undefined => {
  const at = words.indexOf('cognito-secrets-contract')
  if (at >= 0 && words[at - 1] === 'npx') return words.slice(at + 1)
  return words.slice(0, 2).join(' ') === 'npm start' ? words.slice(3) : undefined
}

const commandOf = ([name]: ReadonlyArray<string>): Command | undefined =>
  commands.find((command) => command.name() === name) ?? commands.find((command) => command.name() === 'verify')

const flagsOf = (command: Command | undefined): ReadonlyArray<string> => [
  '--help',
  ...(command?.options ?? []).map(({ long }: Option) => long ?? '')
]

/** Flags before `--` that the command does not have. */
const unknownFlags = (words: ReadonlyArray<string>): ReadonlyArray<string> => {
  const end = words.indexOf('--')
  const known = flagsOf(commandOf(words))
  return (end < 0 ? words : words.slice(0, end))
    .filter((word) => word.startsWith('--'))
    .map((word) => word.split('=', 1)[0] ?? '')
    .filter((flag) => !known.includes(flag))
}

const NPM = ['audit', 'ci', 'install', 'owner', 'pack', 'start', 'test']

const isUnknownNpm = ([first, second = '', third = '']: ReadonlyArray<string>): boolean =>
  first === 'npm' && (second === 'run' ? !Object.hasOwn(packageJson.scripts, third) : !NPM.includes(second))

describe.each(pages)('%s', (page) => {
  const markdown = read(page)
  const inline = inlineCodeOf(markdown).map((code) => code.split(/\s+/))
  const said = [...invocations(markdown), ...inline.filter(([first]) => first === 'npx' || first === 'npm')]

  test('gives our command flags that it has', () => {
    expect(said.flatMap((words) => unknownFlags(ours(words) ?? []))).toEqual([])
  })

  test('gives npm scripts that there are', () => {
    expect(said.filter(isUnknownNpm)).toEqual([])
  })

  test('runs files that are there', () => {
    const files = said.flatMap((words) => words.filter((word) => /^(?:test|docs|src)\/.*\.(?:ts|mjs|js)$/.test(word)))
    expect(files.filter((file) => !exists(file))).toEqual([])
  })

  test('names flags that some command has', () => {
    const known = [
      ...commands.flatMap(flagsOf),
      '--allow-missing',
      '--experimental-vm-modules',
      '--test',
      '--auth',
      '--endpoint-url'
    ]
    // what is said to other scripts is theirs to know
    const spoken = inline.filter(([first, second]) => first !== 'npm' || second !== 'run')
    const named = spoken.flatMap((words) => words.filter((word) => /^--[a-z]/.test(word)))
    expect(named.map((flag) => flag.split('=', 1)[0]).filter((flag) => !known.includes(flag ?? ''))).toEqual([])
  })

  test('has JSON that is JSON', () => {
    for (const { code } of blocksOf(markdown).filter(({ language }) => language === 'json')) {
      expect(() => void JSON.parse(code)).not.toThrow()
    }
  })
})

describe('docs/command-line.md', () => {
  const page = read('docs/command-line.md')

  test.each(commands.map((command) => [command.name(), command] as const))(
    'names every option of %s',
    (name, command) => {
      const section = page.split(/^## /m).find((text) => text.startsWith(`${name}\n`)) ?? ''
      const named = inlineCodeOf(section)
      expect(command.options.map(({ flags }) => flags).filter((flags) => !named.includes(flags))).toEqual([])
    }
  )
})

test('the baseline of docs/running-the-suite.md can be read', () => {
  const baselines = blocksOf(read('docs/running-the-suite.md')).filter(({ name }) => name === 'baseline.json')
  expect(baselines.map(({ code }) => parseBaseline(code)._tag)).toEqual(['Right'])
})

test('every script of package.json has its line where contributors look', () => {
  const named = inlineCodeOf(read('CONTRIBUTING.md'))
  const scripts = Object.keys(packageJson.scripts).filter(
    (name) => !['dependencies', 'prepack', 'start', 'test'].includes(name)
  )
  expect(scripts.filter((name) => !named.includes(`npm run ${name}`))).toEqual([])
})
