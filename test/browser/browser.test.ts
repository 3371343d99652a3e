/**
 * The contract and the protocol in a real browser, where there is one: bundled as they are, without a polyfill, under
 * a policy that allows scripts of the same origin and nothing else.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { unescape } from 'html-escaper'
import { expect, test } from 'vitest'
import clientIds from '../../spec/vectors/client-id.json' with { type: 'json' }
import userPoolIds from '../../spec/vectors/user-pool-id.json' with { type: 'json' }
import { dumpDom, hasChromium, WITHOUT_CHROMIUM } from './chromium.js'
import type { Observed } from './observe.js'

const POLICY = "default-src 'none'; script-src 'self'; worker-src 'self'"

const PAGE = `
import { observe } from './observe.ts'
const refused = []
document.addEventListener('securitypolicyviolation', ({ blockedURI }) => refused.push(blockedURI))
const worker = new Worker('/worker.js')
worker.onmessage = ({ data }) => {
  const page = observe()
  // what the policy refused is told in a later task
  setTimeout(() => {
    document.getElementById('out').textContent = JSON.stringify({ page, worker: data, refused })
  }, 100)
}
worker.onerror = ({ message }) => (document.getElementById('out').textContent = JSON.stringify({ error: message }))
`

const WORKER = `
import { observe } from './observe.ts'
postMessage(observe())
`

const bundled = async (contents: string): Promise<string> => {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    write: false,
    logLevel: 'error'
  })
  return outputFiles[0]?.text ?? ''
}

test.skipIf(!hasChromium)(
  `contract and protocol work under a strict policy on a page and in a worker${WITHOUT_CHROMIUM}`,
  async ({ onTestFinished }) => {
    const files: Readonly<Record<string, readonly [type: string, text: string]>> = {
      '/': ['text/html', '<!doctype html><title>t</title><pre id="out"></pre><script src="/page.js" defer></script>'],
      '/page.js': ['text/javascript', await bundled(PAGE)],
      '/worker.js': ['text/javascript', await bundled(WORKER)]
    }
    const server = createServer(({ url = '' }, response) => {
      const [type, text] = files[url] ?? ['text/plain', '']
      response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'content-security-policy': POLICY })
      response.end(text)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => {
      server.close()
      server.closeAllConnections()
    })
    const { port } = server.address() as AddressInfo
    const dom = await dumpDom(`http://127.0.0.1:${port}/`, ['--virtual-time-budget=10000'])
    const seen = JSON.parse(unescape(/<pre id="out">(.*?)<\/pre>/s.exec(dom)?.[1] ?? '')) as {
      readonly page: Observed
      readonly worker: Observed
      readonly refused: ReadonlyArray<string>
    }
    const expected = {
      judged: clientIds.vectors.length + userPoolIds.vectors.length,
      wrong: [],
      request: { _tag: 'Right', right: { ClientId: '1example23456789', UserPoolId: 'us-east-1_Example12' } },
      response: {
        _tag: 'Right',
        right: { ClientSecrets: [{ ClientSecretId: 'a--1', ClientSecretCreateDate: '2023-11-14T22:13:20.123Z' }] }
      },
      leak: { _tag: 'Left', left: { _tag: 'ContractViolation' } },
      evalRefused: true
    }
    expect(seen).toMatchObject({ page: expected, worker: expected })
    for (const { refusal } of [seen.page, seen.worker]) expect(refusal).toMatch(/'clientId' .*'userPoolId' /)
    expect(JSON.stringify(seen)).not.toContain('hidden')
    // only the attempt to make code from text, which shows that the policy is in force
    expect(seen.refused).toEqual(['eval'])
  },
  60_000
)
