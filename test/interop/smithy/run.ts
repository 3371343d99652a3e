/**
 * `npm run interop:smithy`: Smithy's own command line validates spec/model.smithy with spec/smithy-build.json, and must
 * refuse models with a mistake in them.
 */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Check, execute, finding, held, type Outcome, runChecks, skipped, withInstalled } from '../Check.js'
import { ROOT } from '../install.js'
import { maven } from '../maven.js'

const SPEC = join(import.meta.dirname, '..', '..', '..', 'spec')
const SMITHY = maven('software.amazon.smithy', 'smithy-cli', '1.53.0')
const model = readFileSync(join(SPEC, 'model.smithy'), 'utf8')

/** Mistakes that only a reader of Smithy can see. */
const mistakes: ReadonlyArray<readonly [what: string, from: string, to: string]> = [
  ['a shape that is not there', 'ClientId: ClientIdType', 'ClientId: ClientType'],
  ['a pattern that is no regular expression', '^[\\\\w+]+$', '^[\\\\w+$'],
  ['a minimum above its maximum', '@length(min: 1, max: 55)', '@length(min: 56, max: 55)'],
  ['an unknown trait', '@awsJson1_1', '@awsJson1_9'],
  ['a status that is none of a client error', '@error("client")\n@httpError(400)', '@error("client")\n@httpError(500)']
]

/** Validates a model in a folder with nothing but it and smithy-build.json. A warning counts as a finding. */
const validate = (name: string, text: string): Promise<Outcome> =>
  withInstalled(SMITHY, async (installed) => {
    const dir = join(ROOT, 'smithy', name)
    mkdirSync(dir, { recursive: true })
    copyFileSync(join(SPEC, 'smithy-build.json'), join(dir, 'smithy-build.json'))
    writeFileSync(join(dir, 'model.smithy'), text)
    const args = [
      '-cp',
      join(installed, '*'),
      'software.amazon.smithy.cli.SmithyCli',
      'validate',
      '--no-color',
      'model.smithy'
    ]
    const { code, output } = await execute({ file: 'java', args }, dir)
    if (code === 127) return skipped('java is not on this machine')
    if (!/^(?:SUCCESS|FAILURE): /m.test(output)) return skipped(`it could not fetch its traits: ${output.slice(-300)}`)
    const success = /^SUCCESS: (.*)$/m.exec(output)?.[1]
    return code === 0 && success !== undefined && !/WARNING|DANGER/.test(output)
      ? held(success)
      : finding(output.trim())
  })

const checks: ReadonlyArray<Check> = [
  { name: `smithy-cli ${SMITHY.version} on model.smithy`, run: () => validate('model', model) },
  ...mistakes.map(([what, from, to]) => ({
    name: `smithy-cli ${SMITHY.version} on ${what}`,
    run: async () => {
      if (!model.includes(from)) return finding(`model.smithy has no ${from} any more`)
      const outcome = await validate(what.replaceAll(' ', '-'), model.replace(from, to))
      if (outcome.status === 'SKIPPED') return outcome
      const [event = ''] = /(?:ERROR|DANGER|WARNING) +─+ +\S+/.exec(outcome.says) ?? []
      return outcome.status === 'FINDING' && event !== ''
        ? held(`it refuses it: ${event.replace(/ +─+ +/, ', ')}`)
        : finding(`it does not refuse it: ${outcome.says}`)
    }
  }))
]

await runChecks(checks)
