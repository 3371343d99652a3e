#!/usr/bin/env node
/** The executable. */
import { readFileSync } from 'node:fs'
import { CommanderError } from 'commander'
import { program } from './program.js'
import { INCONCLUSIVE, USAGE } from './running.js'

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  readonly version: string
}

/** A fault of ours is no verdict on the target. Its message is not shown: it may quote what the target sent. */
const bug = (error: unknown): never => {
  const { name = 'Error', stack = '' } = error instanceof Error ? error : {}
  const places = stack.split('\n').filter((line) => /^\s+at /.test(line))
  process.stderr.write([`error: this is a bug of cognito-secrets-contract: ${name}`, ...places, ''].join('\n'))
  process.exit(INCONCLUSIVE)
}

process.on('uncaughtException', bug)

// a reader that has seen enough (`| head`), or a terminal that is gone, is no error: the run goes on, cleans up, and
// keeps its exit code
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error
  })
}

try {
  await program(version).parseAsync()
} catch (error) {
  if (!(error instanceof CommanderError)) bug(error)
  // help and version are no errors; everything else that commander throws is wrong usage, already explained
  else process.exitCode = error.exitCode === 0 ? 0 : USAGE
}
