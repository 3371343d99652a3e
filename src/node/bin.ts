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

/**
 * Nobody reads any more (`| head`, a terminal that is gone), or there is no room for more (a full disk). The run goes on
 * and cleans up. A verdict that could not be written in full is not given as one; life signs on stderr are only dropped.
 */
const isFull = ({ code }: NodeJS.ErrnoException): boolean => code !== 'EPIPE' && code !== 'EIO'
process.stderr.on('error', () => undefined)
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (!isFull(error)) return
  process.stderr.write(`error: stdout could not be written to: ${error.message}\n`)
  process.on('exit', () => {
    process.exitCode = INCONCLUSIVE
  })
})

try {
  await program(version).parseAsync()
} catch (error) {
  if (!(error instanceof CommanderError)) bug(error)
  // help and version are no errors; everything else that commander throws is wrong usage, already explained
  else process.exitCode = error.exitCode === 0 ? 0 : USAGE
}
