/**
 * One tab of headless Chromium, driven by its DevTools protocol over a pipe.
 */
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { chromium, FLAGS } from './chromium.js'

type Params = Readonly<Record<string, unknown>>

interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: Params
  readonly result?: Params
  readonly error?: { readonly message: string }
}

export interface Viewport {
  readonly width: number
  readonly height: number
  readonly scheme: 'light' | 'dark'
}

export interface Tab {
  readonly setViewport: (viewport: Viewport) => Promise<void>
  /** Resolves when the page has loaded. */
  readonly goTo: (url: string) => Promise<void>
  /** The value of an expression in the page, as JSON carries it. A promise is awaited. */
  readonly evaluate: (expression: string) => Promise<unknown>
  /** Text as from the keyboard, into what has the focus. */
  readonly type: (text: string) => Promise<void>
  /** PNG. */
  readonly screenshot: () => Promise<Buffer>
  /** What the console, the scripts and the network complained about since this was asked last. */
  readonly complaints: () => ReadonlyArray<string>
  readonly close: () => Promise<void>
}

const complaintIn = ({ method, params = {} }: Message): string | undefined => {
  const text = JSON.stringify(params).slice(0, 300)
  if (method === 'Runtime.exceptionThrown') return `exception: ${text}`
  if (method === 'Runtime.consoleAPICalled' && params['type'] === 'error') return `console.error: ${text}`
  const entry = params['entry']
  const isError = typeof entry === 'object' && entry !== null && 'level' in entry && entry.level === 'error'
  return method === 'Log.entryAdded' && isError ? `log: ${text}` : undefined
}

export const openTab = async (): Promise<Tab> => {
  const profile = await mkdtemp(join(tmpdir(), 'chromium-'))
  const child = spawn(chromium ?? '', [...FLAGS, `--user-data-dir=${profile}`, '--remote-debugging-pipe'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe']
  })
  // by the `stdio` above
  const [, , , toChild, fromChild] = child.stdio as unknown as readonly [null, null, null, Writable, Readable]
  const pending = new Map<number, (message: Message) => void>()
  const awaited = new Map<string, () => void>()
  let found: Array<string> = []
  let sent = 0
  let session: string | undefined
  let rest = ''

  const receive = (message: Message): void => {
    if (message.id !== undefined) pending.get(message.id)?.(message)
    if (message.method !== undefined) awaited.get(message.method)?.()
    const complaint = complaintIn(message)
    if (complaint !== undefined) found.push(complaint)
  }
  fromChild.setEncoding('utf8')
  fromChild.on('data', (chunk: string) => {
    const texts = (rest + chunk).split('\0')
    rest = texts.pop() ?? ''
    for (const text of texts) receive(JSON.parse(text) as Message)
  })

  const send = (method: string, params: Params = {}): Promise<Params> =>
    new Promise((resolve, reject) => {
      const id = ++sent
      pending.set(id, ({ result = {}, error }) => {
        pending.delete(id)
        if (error === undefined) resolve(result)
        else reject(new Error(`${method}: ${error.message}`))
      })
      toChild.write(
        `${JSON.stringify({ id, method, params, ...(session === undefined ? {} : { sessionId: session }) })}\0`
      )
    })

  const { targetId } = await send('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true })
  session = String(sessionId)
  for (const domain of ['Page', 'Runtime', 'Log']) await send(`${domain}.enable`)

  return {
    setViewport: async ({ width, height, scheme }) => {
      await send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: width < 600 })
      await send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] })
    },
    goTo: async (url) => {
      const loaded = new Promise<void>((resolve) => awaited.set('Page.loadEventFired', resolve))
      await send('Page.navigate', { url })
      await loaded
    },
    evaluate: async (expression) => {
      const { result, exceptionDetails } = await send('Runtime.evaluate', {
        expression,
        returnByValue: true,
        awaitPromise: true
      })
      if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails))
      return typeof result === 'object' && result !== null && 'value' in result ? result.value : undefined
    },
    type: async (text) => void (await send('Input.insertText', { text })),
    screenshot: async () => {
      const { data } = await send('Page.captureScreenshot')
      return Buffer.from(String(data), 'base64')
    },
    complaints: () => {
      const all = found
      found = []
      return all
    },
    close: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      await send('Browser.close').catch(() => child.kill())
      await ended
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    }
  }
}
