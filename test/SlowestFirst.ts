import { basename } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Those that compute or wait for more than about five seconds, the longest first. A name that is gone does no harm. */
const SLOWEST: ReadonlyArray<string> = [
  'rightButUnusual',
  'faults',
  'examples',
  'runners',
  'cli',
  'dying',
  'node',
  'describe',
  'walkthrough',
  'processes',
  'run',
  'verify.options',
  'verifyClient',
  'Leaks.long',
  'verifyValidator',
  'nodeFrameworks',
  'totality',
  'clauses',
  'package',
  'cli.secrets',
  'httpTarget.answers',
  'sockets',
  'clientLaws',
  'verify.unreachable',
  'sameRequests',
  'browser',
  'cli.subjects',
  'cli.verify'
].map((name) => `${name}.test.ts`)

const place = ({ moduleId }: TestSpecification): number => {
  const found = SLOWEST.indexOf(basename(moduleId))
  return found < 0 ? SLOWEST.length : found
}

/** Starts the files that take longest first: one that starts last would run alone while the other cores are idle. */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: ReadonlyArray<TestSpecification>): Promise<Array<TestSpecification>> {
    return (await super.sort([...files])).sort((a, b) => place(a) - place(b))
  }
}
