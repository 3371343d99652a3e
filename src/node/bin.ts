#!/usr/bin/env node
/**
 * The executable.
 */
import { readFileSync } from 'node:fs'
import { CommanderError } from 'commander'
import { program } from './program.js'

const USAGE = 2

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  readonly version: string
}

// a reader that has seen enough (`| head`) is no error
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0)
  throw error
})

try {
  await program(version).parseAsync()
} catch (error) {
  if (!(error instanceof CommanderError)) throw error
  // help and version are no errors; everything else that commander throws is wrong usage, already explained
  process.exitCode = error.exitCode === 0 ? 0 : USAGE
}
