/**
 * `npm run node-versions`: the packed tarball in Node 20, 22 and 24, which the npm package `node` brings. Every subpath
 * is imported, a few are called, and CommonJS requires the contract.
 */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { emptyProject, npmInstall, pack, specifiers } from './packed.js'

const VERSIONS = [20, 22, 24] as const

const IMPORTS = `
import assert from 'node:assert/strict'
const specifiers = ${JSON.stringify(specifiers)}
for (const specifier of specifiers) assert.ok(Object.keys(await import(specifier)).length > 0, specifier)
const { ClientId } = await import('cognito-secrets-contract')
const { decodeRequest } = await import('cognito-secrets-contract/protocol')
const { inMemory } = await import('cognito-secrets-contract/reference')
const { toFetchHandler } = await import('cognito-secrets-contract/adapters/fetch')
const { verify } = await import('cognito-secrets-contract/conformance')
assert.equal(ClientId.is('a+b'), true)
assert.equal(decodeRequest({ method: 'GET', path: '/', headers: {}, body: '' })._tag, 'Left')
const handler = inMemory({ now: () => new Date(), seed: 1 })
assert.equal((await toFetchHandler(handler)(new Request('http://localhost/', { method: 'POST' }))).status, 400)
assert.equal((await verify(handler, { seed: 1, runs: 0 })).verdict, 'passed')
console.log(process.version, specifiers.length, 'subpaths imported')
`

const REQUIRES = `
const assert = require('node:assert/strict')
const { UserPoolId } = require('cognito-secrets-contract')
assert.equal(UserPoolId.is('us-east-1_a'), true)
console.log(process.version, 'required from CommonJS')
`

const { folder, remove } = emptyProject()
try {
  const { file } = pack(folder)
  const aliases = VERSIONS.map((version) => `node${version}@npm:node@${version}`)
  // the package `node` puts its binary into place when it is installed
  const { reached } = await npmInstall(folder, [...aliases, file])
  if (!reached) console.log('skipped: the registry cannot be reached')
  else {
    writeFileSync(join(folder, 'imports.mjs'), IMPORTS)
    writeFileSync(join(folder, 'requires.cjs'), REQUIRES)
    for (const version of VERSIONS) {
      const node = join(folder, 'node_modules', `node${version}`, 'bin', 'node')
      for (const script of ['imports.mjs', 'requires.cjs']) {
        execFileSync(node, [script], { cwd: folder, stdio: 'inherit' })
      }
    }
  }
} finally {
  remove()
}
