/**
 * `npm run supply`: licences, known vulnerabilities, and what is not used. Ends with 1 where a consumer would get a
 * licence that is not permissive, where an audit finds something, or where knip does.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { consumerLicences, countLicences, type LockFile } from './licences.js'

/** Licences under which a consumer may use and pass on the code for as much as keeping a notice. */
const PERMISSIVE = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT']

const broken: Array<string> = []

const licences = (): void => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as LockFile // the form that npm documents
  const consumer = consumerLicences(lock)
  console.log(`Licences of the ${consumer.length} packages that a consumer gets:`)
  for (const { place, version, licence } of consumer) {
    console.log(`  ${`${place} ${version}`.padEnd(36)} ${licence}`)
    if (!PERMISSIVE.includes(licence)) broken.push(`${place} has the licence ${licence}`)
  }
  console.log('Licences of all packages in the lock file, development and other platforms included:')
  for (const [licence, count] of countLicences(lock)) console.log(`  ${String(count).padStart(4)} ${licence}`)
}

interface Audit {
  readonly error?: unknown
  readonly message?: string
  readonly metadata?: { readonly vulnerabilities: Readonly<Record<string, number>> }
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string }>>
}

/** `npm audit`, or `undefined` where the registry does not answer it. */
const audit = (args: ReadonlyArray<string>): Audit | undefined => {
  const { stdout } = spawnSync('npm', ['audit', '--json', ...args], { encoding: 'utf8', timeout: 120_000 })
  try {
    const answer = JSON.parse(stdout) as Audit // the form that npm documents
    return answer.error === undefined && answer.metadata !== undefined ? answer : undefined
  } catch {
    return undefined
  }
}

const vulnerabilities = (title: string, args: ReadonlyArray<string>): void => {
  const answer = audit(args)
  if (answer === undefined) {
    console.log(`npm audit, ${title}: the registry in use does not answer audits, so nothing is known`)
    return
  }
  const found = Object.entries(answer.vulnerabilities ?? {})
  console.log(`npm audit, ${title}: ${found.length} packages with known vulnerabilities`)
  for (const [name, { severity }] of found) console.log(`  ${name}: ${severity}`)
  if (found.length > 0) broken.push(`npm audit, ${title}`)
}

const unused = (): void => {
  const args = ['knip', '--config', 'test/proof/supply/knip.json', '--no-progress', '--no-config-hints']
  const { status, stdout, stderr } = spawnSync('npx', args, { encoding: 'utf8' })
  console.log(`knip: ${status === 0 ? 'no file, export or dependency is unused' : `\n${stdout}${stderr}`}`)
  if (status !== 0) broken.push('knip')
}

licences()
vulnerabilities('what a consumer gets', ['--omit=dev'])
vulnerabilities('development', [])
unused()
for (const one of broken) console.error(`broken: ${one}`)
process.exitCode = broken.length === 0 ? 0 : 1
