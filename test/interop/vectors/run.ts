/**
 * `npm run interop:vectors`: the programs of spec/runners hold their own reading of the contract against the vectors, in
 * four languages. Each is then spoiled in several ways, and has to notice.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSpec, specFiles } from '../../spec/files.js'
import {
  type Check,
  type Ended,
  execute,
  finding,
  held,
  type Outcome,
  runChecks,
  skipped,
  unlessReady,
  withInstalled
} from '../Check.js'
import { ROOT } from '../install.js'
import { maven } from '../maven.js'

const SPEC = join(import.meta.dirname, '..', '..', '..', 'spec')
const GSON = maven('com.google.code.gson', 'gson', '2.13.2')
const cargoToml = (file: string): string => `[package]
name = "vectors"
version = "0.0.0"
edition = "2021"

[dependencies]
serde_json = "=1.0.145"

[[bin]]
name = "vectors"
path = "${file}"
`

interface Runner {
  readonly file: string
  readonly tool: string
  /** Which vectors its JSON parser reads. */
  readonly vectors: RegExp
  /** Makes the folder ready. */
  readonly prepare?: (dir: string, file: string) => Promise<Outcome>
  /** The words that run it in its folder, before the names of the vectors. */
  readonly command: (file: string) => ReadonlyArray<string>
  /** How to spoil it: a text in it, and what stands there instead. */
  readonly mistakes: ReadonlyArray<readonly [from: string, to: string]>
}

const IDS = /-id(?:\.surrogates)?\.json$/
const ERROR_TYPES = /error-type\.json$/
const REQUESTS = /request\.json$/
const RESPONSES = /response\.json$/

const PYTHON: Pick<Runner, 'tool' | 'command'> = { tool: 'python3', command: (file) => ['python3', file] }

const GO: Pick<Runner, 'tool' | 'command'> = { tool: 'go', command: (file) => ['go', 'run', file] }

const JAVA: Pick<Runner, 'tool' | 'command' | 'prepare'> = {
  tool: 'java',
  prepare: () => withInstalled(GSON, () => held('installed')),
  command: (file) => ['java', '-cp', join(ROOT, `gson-${GSON.version}`, '*'), file]
}

const RUST: Pick<Runner, 'tool' | 'command' | 'prepare'> = {
  tool: 'cargo',
  prepare: async (dir, file) => {
    writeFileSync(join(dir, 'Cargo.toml'), cargoToml(file))
    const fetched = await execute({ file: 'cargo', args: ['fetch', '--quiet'] }, dir)
    return unlessReady(fetched, 'cargo') ?? held('fetched')
  },
  command: () => ['cargo', 'run', '--quiet', '--']
}

const runners: ReadonlyArray<Runner> = [
  {
    ...PYTHON,
    file: 'vectors.py',
    vectors: IDS,
    mistakes: [
      [', re.ASCII', ''],
      ['.fullmatch(', '.match('],
      [': 128', ': 127'],
      ['+_[', '*_['],
      ['len(id) >', 'len(id.encode("utf-8", "surrogatepass")) >']
    ]
  },
  {
    ...PYTHON,
    file: 'requests.py',
    vectors: REQUESTS,
    mistakes: [
      ['re.fullmatch', 're.search'],
      [', 55)', ', 56)'],
      ['body or "{}"', 'body'],
      ['{"required"}', 'set()'],
      ['(str, type(None))', 'str'],
      ['"InvalidParameterException"', '"ValidationException"']
    ]
  },
  {
    ...PYTHON,
    file: 'responses.py',
    vectors: RESPONSES,
    mistakes: [
      ['one.get("ClientSecretValue") is not None or ', ''],
      ['raise ValueError("a secret, or a date that is no number")', 'raise ValueError(one)'],
      ['round(date * 1000)', 'int(date) * 1000'],
      ['len(listed) > 2', 'len(listed) > 3'],
      ['<= 128', '<= 129'],
      ['status != 200', 'status >= 300']
    ]
  },
  {
    ...GO,
    file: 'vectors.go',
    vectors: IDS,
    mistakes: [
      ['\\w+]+$', '\\w+]+'],
      ['\\w+]', '\\w+-]'],
      [': 55', ': 56'],
      ['len([]rune(id))', 'len(id)']
    ]
  },
  {
    ...GO,
    file: 'errors.go',
    vectors: ERROR_TYPES,
    mistakes: [
      ['strings.Cut(raw, ":")', 'strings.Cut(raw, "::")'],
      ['LastIndex(name, "#")', 'LastIndex(name, ".")'],
      ['one["header"], one["code"]', 'one["code"], one["header"]']
    ]
  },
  {
    ...GO,
    file: 'requests.go',
    vectors: REQUESTS,
    mistakes: [
      ['\\w+]+$', '\\w+]+'],
      [', 55}', ', 56}'],
      ['utf8.RuneCountInString(id)', '1+utf8.RuneCountInString(id)'],
      ['len(body) > 0 && (', '('],
      [' || request == nil', ''],
      ['broken[name+" required"] = true', ''],
      ['"InvalidParameterException"', '"ValidationException"']
    ]
  },
  {
    ...GO,
    file: 'responses.go',
    vectors: RESPONSES,
    mistakes: [
      [' || raw["ClientSecretValue"] != nil', ''],
      ['errors.New("a secret, or no descriptor")', 'fmt.Errorf("%v", one)'],
      ['math.Round(date * 1000)', 'math.Floor(date) * 1000'],
      ['len(listed) > 2', 'len(listed) > 3'],
      ['> 128', '> 129'],
      ['status != 200', 'status >= 300'],
      ['!utf8.Valid(body)', '!utf8.Valid(nil)']
    ]
  },
  {
    ...JAVA,
    file: 'Vectors.java',
    vectors: IDS,
    mistakes: [
      ['"[\\\\w+]+"', '"(?U)[\\\\w+]+"'],
      ['[0-9a-zA-Z]', '[0-9a-z]'],
      ['128', '129'],
      ['id.codePointCount(0, id.length())', 'id.length()']
    ]
  },
  {
    ...JAVA,
    file: 'Errors.java',
    vectors: ERROR_TYPES,
    mistakes: [
      ['.replaceFirst("(?s):.*", "")', ''],
      ['"(?s).*#"', '"#.*"'],
      ['one.get("code"), one.get("__type")', 'one.get("__type"), one.get("code")']
    ]
  },
  {
    ...JAVA,
    file: 'Requests.java',
    vectors: REQUESTS,
    mistakes: [
      ['"[\\\\w+]+"', '"(?U)[\\\\w+]+"'],
      [', 55)', ', 56)'],
      ['Strictness.STRICT', 'Strictness.LENIENT'],
      ['body.isEmpty() ? "{}" : body', 'body'],
      ['id == null || id.isJsonNull()', 'id == null'],
      ['"InvalidParameterException"', '"ValidationException"']
    ]
  },
  {
    ...JAVA,
    file: 'Responses.java',
    vectors: RESPONSES,
    mistakes: [
      ['if (member(one, "ClientSecretValue") != null)', 'if (false)'],
      ['new Violation("a secret")', 'new Violation(one.toString())'],
      ['Math.round(date.getAsDouble() * 1000)', 'date.getAsLong() * 1000'],
      ['listed.size() > 2', 'listed.size() > 3'],
      ['> 128', '> 129'],
      ['status != 200', 'status >= 300']
    ]
  },
  {
    ...RUST,
    file: 'vectors.rs',
    vectors: /-id\.json$/,
    mistakes: [
      ['is_ascii_alphanumeric', 'is_alphanumeric'],
      ['"_-"', '"_"'],
      ['128', '127'],
      ['id.chars().count()', 'id.len()']
    ]
  },
  {
    ...RUST,
    file: 'errors.rs',
    vectors: ERROR_TYPES,
    mistakes: [
      ['.split_once', '.rsplit_once'],
      ['name.rsplit', 'name.split'],
      ['&one["header"], &one["code"]', '&one["code"], &one["header"]']
    ]
  }
]

const vectorsFor = ({ vectors }: Runner): ReadonlyArray<string> =>
  specFiles('vectors/', '.json').filter((name) => vectors.test(name))

const countOf = (runner: Runner): number =>
  vectorsFor(runner).reduce(
    (sum, name) => sum + (parseSpec(name) as { readonly vectors: ReadonlyArray<unknown> }).vectors.length,
    0
  )

const runIn = (dir: string, text: string, runner: Runner): Promise<Ended> => {
  writeFileSync(join(dir, runner.file), text)
  const [file = '', ...args] = runner.command(runner.file)
  return execute({ file, args: [...args, ...vectorsFor(runner).map((name) => join(SPEC, name))] }, dir)
}

/** A mistake is noticed if the program ends with an error that names a file of vectors: it ran, and it refused. */
const isNoticed = ({ code, output }: Ended): boolean => code !== 0 && /\w\.json: /.test(output)

const check = async (runner: Runner): Promise<Outcome> => {
  const { file, tool, mistakes, prepare } = runner
  const dir = join(ROOT, 'vectors', file)
  mkdirSync(dir, { recursive: true })
  const text = readFileSync(join(SPEC, 'runners', file), 'utf8')
  writeFileSync(join(dir, file), text)
  const prepared = await prepare?.(dir, file)
  if (prepared?.status === 'SKIPPED') return prepared
  const right = await runIn(dir, text, runner)
  if (right.code === 127) return skipped(`${tool} is not on this machine`)
  if (right.code !== 0 || !right.output.includes(`${countOf(runner)} vectors hold`)) return finding(right.output.trim())
  for (const [from, to] of mistakes) {
    if (!text.includes(from)) return finding(`it has no ${from} to spoil any more`)
    const spoiled = await runIn(
      dir,
      text.replace(from, () => to),
      runner
    )
    if (!isNoticed(spoiled))
      return finding(`with ${to} for ${from} no vector fails: ${spoiled.output.trim().slice(-500)}`)
  }
  return held(`${countOf(runner)} vectors hold, and each of ${mistakes.length} mistakes is noticed`)
}

const checks: ReadonlyArray<Check> = runners.map((runner) => ({ name: runner.file, run: () => check(runner) }))

await runChecks(checks)
