/**
 * `npm run interop:schemas`: holds the JSON Schemas of spec/ against the vectors with validators of three languages, and
 * prints where one of them judges otherwise than the vectors say.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { validatorOf } from '../../spec/files.js'
import {
  type Check,
  type Ended,
  execute,
  finding,
  held,
  type Outcome,
  runChecks,
  unlessReady,
  withInstalled
} from '../Check.js'
import { ROOT } from '../install.js'
import { python } from '../subjects.js'
import { schemaCases } from './cases.js'

const HERE = import.meta.dirname
const SPEC = join(HERE, '..', '..', '..', 'spec')
const FOLDER = join(ROOT, 'schemas')
const CASES = join(FOLDER, 'cases.json')
const JSONSCHEMA = python('jsonschema', '4.26.0')

/** Compares the numbers of the cases that a validator takes for valid with what the vectors say. */
const compare = (numbers: ReadonlyArray<number>): Outcome => {
  const valid = new Set(numbers)
  const wrong = schemaCases.filter(({ isValid }, n) => valid.has(n) !== isValid)
  const countOfValid = schemaCases.filter(({ isValid }) => isValid).length
  const lines = wrong.map(({ isValid, schema, name }) => `${isValid ? 'refuses' : 'accepts'} ${schema}, ${name}`)
  return wrong.length === 0
    ? held(`agrees on ${schemaCases.length} cases, ${countOfValid} of them valid`)
    : finding(`disagrees on ${wrong.length} cases\n  ${lines.join('\n  ')}`)
}

/** The numbers are the output of our own programs, check.py and main.go. */
const compareOutput = ({ code, stdout, output }: Ended): Outcome =>
  code === 0 ? compare(JSON.parse(stdout) as ReadonlyArray<number>) : finding(output.trim())

const checks: ReadonlyArray<Check> = [
  {
    name: 'ajv (JavaScript)',
    run: () => {
      const validators = new Map([...new Set(schemaCases.map((one) => one.schema))].map((s) => [s, validatorOf(s)]))
      const valid = schemaCases.flatMap(({ schema, instance }, n) =>
        validators.get(schema)?.(instance) === true ? [n] : []
      )
      return Promise.resolve(compare(valid))
    }
  },
  {
    name: `jsonschema ${JSONSCHEMA.version} (Python)`,
    run: () =>
      withInstalled(JSONSCHEMA, async (dir) => {
        const file = join(dir, 'bin', 'python')
        return compareOutput(await execute({ file, args: [join(HERE, 'check.py'), SPEC, CASES] }, FOLDER))
      })
  },
  {
    name: 'santhosh-tekuri/jsonschema 6.0.3 (Go)',
    run: async () => {
      const program = join(FOLDER, 'check-go')
      const built = await execute({ file: 'go', args: ['build', '-o', program, '.'] }, join(HERE, 'go'))
      return unlessReady(built, 'go') ?? compareOutput(await execute({ file: program, args: [SPEC, CASES] }, FOLDER))
    }
  }
]

mkdirSync(FOLDER, { recursive: true })
writeFileSync(CASES, JSON.stringify(schemaCases))
await runChecks(checks)
