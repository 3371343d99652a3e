#!/usr/bin/env node
/** The executable. */
import { readFileSync } from 'node:fs'
import { INCONCLUSIVE, USAGE } from './cli/running.js'

const isOfEnvironment = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && 'syscall' in error

/**
 * No failure here is a verdict on the target. One of the environment, such as too few file handles, is shown as the
 * system words it. Of a fault of ours the message is not shown: it may quote what the target sent.
 */
const fail = (error: unknown): never => {
  const { name = 'Error', stack = '' } = error instanceof Error ? error : {}
  const places = stack.split('\n').filter((line) => /^\s+at /.test(line))
  const lines = isOfEnvironment(error)
    ? [`error: ${error.message}`]
    : [`error: this is a bug of cognito-secrets-contract: ${name}`, ...places]
  process.stderr.write([...lines, ''].join('\n'))
  process.exit(INCONCLUSIVE)
}

process.on('uncaughtException', fail)

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
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    readonly version: string
  }
  // loaded here, so that a system that cannot open all the modules is told like any other failure
  const { program } = await import('./cli/program.js')
  await program(version).parseAsync()
} catch (error) {
  // commander has explained what is wrong with the usage; help and version are no errors
  if (error instanceof Error && 'exitCode' in error) process.exitCode = error.exitCode === 0 ? 0 : USAGE
  else fail(error)
}
