/**
 * The process of `startServer`: serves, and says its port and what it uses.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { listen, type ListenOptions } from 'cognito-secrets-contract/node'
import { inMemory } from 'cognito-secrets-contract/reference'
import type { Usage } from './Server.js'

const ANSWER = '{"ClientSecrets":[]}'

/** Reads the body and answers the same few bytes under the headers that the reference sends. */
const serveBare = async (): Promise<number> => {
  const server = createServer((incoming, outgoing) => {
    const chunks: Array<Buffer> = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      Buffer.concat(chunks)
      outgoing.writeHead(200, { 'content-type': 'application/x-amz-json-1.1', 'content-length': ANSWER.length })
      outgoing.end(ANSWER)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port // a server on TCP has such an address
}

const serveReference = async (options: ListenOptions): Promise<number> => {
  const { url } = await listen(inMemory({ now: () => new Date(), seed: 1 }), options)
  return Number(new URL(url).port)
}

const [kind, options = '{}'] = process.argv.slice(2)
let peakRss = 0
setInterval(() => (peakRss = Math.max(peakRss, process.memoryUsage.rss())), 20)
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  const rss = process.memoryUsage.rss()
  process.send?.({ cpuMs: (user + system) / 1000, rss, peakRss: Math.max(rss, peakRss) } satisfies Usage)
  peakRss = 0
})
// the parent may end without a word
process.on('disconnect', () => process.exit())
process.send?.(kind === 'bare' ? await serveBare() : await serveReference(JSON.parse(options) as ListenOptions))
