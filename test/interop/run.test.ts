/**
 * The commands of interop on a machine that has Node, npm and a shell, and no other language.
 */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'

const HERE = import.meta.dirname
const TSX = join(HERE, '..', '..', 'node_modules', '.bin', 'tsx')
const folder = mkdtempSync(join(tmpdir(), 'interop-'))
const bin = join(folder, 'bin')
mkdirSync(bin)
// dirname, sed and uname: some installations start npm by a shell script
for (const name of ['node', 'npm', 'sh', 'dirname', 'uname', 'sed']) {
  symlinkSync(execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim(), join(bin, name))
}
afterAll(() => rmSync(folder, { recursive: true }))

const run = async (program: string, ...args: ReadonlyArray<string>): Promise<{ code: unknown; lines: string[] }> => {
  const env = { ...process.env, PATH: bin, INTEROP_DIR: join(folder, 'kept') }
  const child = spawn(TSX, [join(HERE, program), ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { code, lines: `${stdout}${stderr}`.trimEnd().split('\n') }
}

const PYTHON = 'jsonschema 4.26.0 (Python)'
const GO = 'santhosh-tekuri/jsonschema 6.0.3 (Go)'

test('what a missing tool leaves out is named, and ends in 3', async () => {
  const { code, lines } = await run('run.ts', 'schemas', 'openapi', 'smithy', 'vectors')
  expect(lines).toContain(`SKIPPED  ${PYTHON}: python3 is not on this machine`)
  const last = lines.at(-1) ?? ''
  expect(last).toMatch(/^incomplete: 1 checks held; \d+ skipped \(.*\); --allow-missing accepts that$/)
  for (const one of [
    PYTHON,
    GO,
    'on the reference',
    'on model.smithy',
    'vectors.py',
    'vectors.go',
    'vectors.rs',
    'Vectors.java'
  ]) {
    expect(last).toContain(one)
  }
  expect(code).toBe(3)
})

test('with --allow-missing it is named, and ends in 0', async () => {
  const { code, lines } = await run('run.ts', 'schemas', '--allow-missing')
  expect(lines.at(-1)).toBe(`passed in part: 1 checks held; 2 skipped (schemas: ${PYTHON}; schemas: ${GO})`)
  expect(code).toBe(0)
})

test('an unknown name or option ends in 2 and prints those that exist', async () => {
  expect(await run('run.ts', 'vectros', '--allow-mising')).toEqual({
    code: 2,
    lines: [
      'unknown: vectros, --allow-mising',
      'names: schemas, openapi, smithy, vectors, implementations',
      'options: --allow-missing'
    ]
  })
})

test('an unknown server or client ends in 2 and prints those that exist', async () => {
  const { code, lines } = await run('implementations.ts', 'fakeclowd')
  expect(lines).toEqual(['unknown: fakeclowd', expect.stringContaining(', fakecloud, '), 'options: --pages'])
  expect(code).toBe(2)
})
