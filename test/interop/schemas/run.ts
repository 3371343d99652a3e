/**
 * `npm run interop:schemas`: holds the JSON Schemas of spec/ against the vectors with validators of three languages, and
 * prints where one of them judges otherwise than the vectors say. Ends in 1 where any does.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../install.js'
import { validatorOf } from '../../spec/files.js'
import { schemaCases } from './cases.js'

const HERE = import.meta.dirname
const SPEC = join(HERE, '..', '..', '..', 'spec')
const FOLDER = join(ROOT, 'schemas')
const CASES = join(FOLDER, 'cases.json')

interface Judge {
  readonly name: string
  /** The numbers of the cases that it takes for valid. */
  readonly judge: () => ReadonlyArray<number>
}

const output = (file: string, args: ReadonlyArray<string>, cwd = FOLDER): string =>
  execFileSync(file, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 64 * 1024 * 1024 })

const numbers = (text: string): ReadonlyArray<number> => JSON.parse(text) as ReadonlyArray<number> // our own programs

const judges: ReadonlyArray<Judge> = [
  {
    name: 'ajv (JavaScript)',
    judge: () => {
      const validators = new Map([...new Set(schemaCases.map((one) => one.schema))].map((s) => [s, validatorOf(s)]))
      return schemaCases.flatMap(({ schema, instance }, n) => (validators.get(schema)?.(instance) === true ? [n] : []))
    }
  },
  {
    name: 'jsonschema 4.26.0 (Python)',
    judge: () => {
      output('python3', ['-m', 'venv', 'python'])
      output(join(FOLDER, 'python', 'bin', 'pip'), ['install', '--quiet', 'jsonschema==4.26.0'])
      return numbers(output(join(FOLDER, 'python', 'bin', 'python'), [join(HERE, 'check.py'), SPEC, CASES]))
    }
  },
  {
    name: 'santhosh-tekuri/jsonschema 6.0.3 (Go)',
    judge: () => {
      output('go', ['build', '-o', join(FOLDER, 'check-go'), '.'], join(HERE, 'go'))
      return numbers(output(join(FOLDER, 'check-go'), [SPEC, CASES]))
    }
  }
]

mkdirSync(FOLDER, { recursive: true })
writeFileSync(CASES, JSON.stringify(schemaCases))
const countOfValid = schemaCases.filter(({ isValid }) => isValid).length
console.log(`${schemaCases.length} cases, ${countOfValid} of them valid`)

for (const { name, judge } of judges) {
  try {
    const valid = new Set(judge())
    const wrong = schemaCases.filter(({ isValid }, n) => valid.has(n) !== isValid)
    console.log(`${name}: ${wrong.length === 0 ? 'agrees on every case' : `disagrees on ${wrong.length} cases`}`)
    for (const one of wrong) console.log(`  ${one.isValid ? 'refuses' : 'accepts'} ${one.schema}, ${one.name}`)
    if (wrong.length > 0) process.exitCode = 1
  } catch (error) {
    console.log(`${name}: could not be run here: ${error instanceof Error ? error.message : 'unknown reason'}`)
    process.exitCode = 1
  }
}
