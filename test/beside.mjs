/**
 * `node test/beside.mjs SCRIPT... -- MODULE ARGUMENT...`: runs scripts of package.json beside a program of Node. What the
 * program writes is seen as it comes, what a script writes when it has ended. The first that fails ends the others.
 */
import { spawn } from 'node:child_process'

const end = process.argv.indexOf('--')
const scripts = process.argv.slice(2, end)
const program = process.argv.slice(end + 1)
// npm tells its scripts where it is
const npm = process.env['npm_execpath']
if (end < 2 || npm === undefined) throw new Error('run this from a script of package.json')

const running = new Set()

/** Resolves to whether it has ended with 0. */
const run = (args, stdio) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio })
    running.add(child)
    const written = []
    child.stdout?.on('data', (chunk) => written.push(chunk))
    child.stderr?.on('data', (chunk) => written.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      running.delete(child)
      process.stdout.write(Buffer.concat(written))
      if (code !== 0) {
        process.exitCode = 1
        running.forEach((other) => other.kill())
      }
      resolve(code === 0)
    })
  })

await Promise.all([
  run(program, 'inherit'),
  ...scripts.map(async (name) => {
    const isRight = await run([npm, 'run', '--silent', name], ['ignore', 'pipe', 'pipe'])
    if (!isRight) console.error(`npm run ${name} has failed`)
  })
])
