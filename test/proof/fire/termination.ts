/**
 * SIGTERM while requests are under way: each of them is answered, and the process ends by itself.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { open } from './exchange.js'
import { headOf } from './messages.js'
import { makeScene } from './scene.js'

const BIN = fileURLToPath(new URL('../../../dist/node/bin.js', import.meta.url))
const CONNECTIONS = 100
const PATIENCE_MS = 20_000

const portOf = async (stdout: NodeJS.ReadableStream): Promise<number> => {
  let said = ''
  for await (const chunk of stdout) {
    said += String(chunk)
    const port = /http:\/\/127\.0\.0\.1:(\d+)/.exec(said)?.[1]
    if (port !== undefined) return Number(port)
  }
  throw new Error(`serve ended: ${said}`)
}

/** What is broken, or nothing. */
export const terminate = async (): Promise<string | undefined> => {
  const child = spawn(process.execPath, [BIN, 'serve', '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = once(child, 'exit')
  try {
    const port = await portOf(child.stdout)
    const body = JSON.stringify(await makeScene(port))
    const half = Math.floor(body.length / 2)
    const connections = await Promise.all(Array.from({ length: CONNECTIONS }, () => open(port)))
    for (const { socket } of connections) {
      socket.write(`${headOf('ListUserPoolClientSecrets', `Content-Length: ${body.length}\r\n`)}${body.slice(0, half)}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 500))
    child.kill('SIGTERM')
    await new Promise((resolve) => setTimeout(resolve, 500))
    for (const { socket } of connections) socket.write(body.slice(half))
    await Promise.all(connections.map(({ received }) => received(1, PATIENCE_MS)))
    const answered = connections.filter(({ answers }) => answers[0]?.status === 200).length
    connections.forEach(({ socket }) => socket.destroy())
    const guard = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
    const [code] = (await exited) as [number | null] // the arguments of the event
    clearTimeout(guard)
    if (answered < CONNECTIONS) return `${answered} of ${CONNECTIONS} requests under way are answered`
    return code === 0 ? undefined : `serve ends with ${code}`
  } finally {
    child.kill('SIGKILL')
  }
}
