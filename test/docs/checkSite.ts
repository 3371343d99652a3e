/**
 * `npm run docs:check [-- FOLDER]`: builds the site and opens its pages in headless Chromium, on a phone and on a desktop,
 * light and dark. Screenshots of some go into the folder.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { unescape } from 'html-escaper'
import { hasChromium, WITHOUT_CHROMIUM } from '../browser/chromium.js'
import { openTab, type Tab, type Viewport } from '../browser/tab.js'
import { fileOf, sizeOf } from './serveSite.js'
import { buildSite } from './site.js'

const PHONE = { width: 390, height: 844 }
const DESKTOP = { width: 1280, height: 800 }

const VIEWPORTS: ReadonlyArray<readonly [name: string, viewport: Viewport]> = [
  ['phone-light', { ...PHONE, scheme: 'light' }],
  ['phone-dark', { ...PHONE, scheme: 'dark' }],
  ['desktop-light', { ...DESKTOP, scheme: 'light' }],
  ['desktop-dark', { ...DESKTOP, scheme: 'dark' }]
]

/** The pages of which screenshots are taken. */
const SHOWN = [
  'index.html',
  'pages/server-author.html',
  'pages/clauses.html',
  'pages/implementations.html',
  'functions/cognito-secrets-contract.validateRequest.html',
  'modules/conformance.html'
]

/** What a page is asked. Texts are judged by the contrast that WCAG's level AA asks for. */
const OBSERVE = `(() => {
  const channels = (color) => (color.match(/[\\d.]+/g) ?? []).map(Number)
  const luminance = ([r, g, b]) => [r, g, b]
    .map((c) => c / 255)
    .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0)
  const backgroundOf = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = channels(getComputedStyle(at).backgroundColor)
      if (color[3] !== 0) return color
    }
    return [255, 255, 255]
  }
  const contrastOf = (element) => {
    const [a, b] = [luminance(channels(getComputedStyle(element).color)), luminance(backgroundOf(element))]
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
  }
  const isShown = (element) => element.getClientRects().length > 0 && element.textContent.trim() !== ''
  const faint = [...document.querySelectorAll('.col-content :is(p, a, li, td, th, code, h1, h2, h3, h4, span)')]
    .filter((element) => isShown(element) && contrastOf(element) < 4.5)
  const root = document.documentElement
  return {
    overflow: root.scrollWidth - root.clientWidth,
    widest: root.scrollWidth === root.clientWidth ? [] : [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > root.clientWidth && !element.closest('pre, table'))
      .slice(0, 5)
      .map((element) => element.tagName + '.' + element.className),
    background: luminance(backgroundOf(document.body)),
    faint: faint.slice(0, 3).map((element) => element.tagName + ' ' + element.className + ': ' + element.textContent.slice(0, 40)),
    brokenImages: [...document.images].filter((image) => !image.complete || image.naturalWidth === 0).map(({ src }) => src),
    links: [...document.querySelectorAll('a[href]')].map(({ href }) => href),
    ids: [...document.querySelectorAll('[id]')].map(({ id }) => id)
  }
})()`

interface Observed {
  /** In pixels. */
  readonly overflow: number
  /** Elements that reach beyond the window. */
  readonly widest: ReadonlyArray<string>
  /** From 0, black, to 1, white. */
  readonly background: number
  readonly faint: ReadonlyArray<string>
  readonly brokenImages: ReadonlyArray<string>
  readonly links: ReadonlyArray<string>
  readonly ids: ReadonlyArray<string>
}

/** Opens the search, writes into it as a reader does, and gives what it then shows. */
const search = async (tab: Tab, text: string): Promise<string> => {
  await tab.evaluate(`document.getElementById('tsd-search-trigger').click()`)
  await tab.evaluate(`document.getElementById('tsd-search-input').focus()`)
  await tab.type(text)
  const shown = await tab.evaluate(`new Promise((resolve) => {
    const results = () => document.getElementById('tsd-search-results')?.innerText ?? ''
    const ends = Date.now() + 20_000
    const look = () => (results() !== '' || Date.now() > ends ? resolve(results()) : setTimeout(look, 50))
    look()
  }).then(async (text) => {
    await Promise.all(document.getAnimations().map(({ finished }) => finished))
    return text
  })`)
  return String(shown)
}

const problemsOf = (name: string, viewport: Viewport, seen: Observed): ReadonlyArray<string> => [
  ...(seen.overflow > 0 ? [`${name}: ${seen.overflow} px wider than the window: ${seen.widest.join(', ')}`] : []),
  ...seen.brokenImages.map((src) => `${name}: the image ${src} does not load`),
  ...seen.faint.map((text) => `${name}: too little contrast: ${text}`),
  ...(seen.background > 0.5 === (viewport.scheme === 'light')
    ? []
    : [`${name}: the background is not ${viewport.scheme}`])
]

/** Links into the site that lead to no page, or to no place on it. */
const deadLinks = (
  origin: string,
  root: string,
  all: ReadonlyMap<string, Pick<Observed, 'links' | 'ids'>>
): ReadonlyArray<string> =>
  [...all].flatMap(([page, { links }]) =>
    [...new Set(links)]
      .filter((link) => link.startsWith(origin))
      .filter((link) => {
        const { pathname, hash } = new URL(link)
        const target = all.get(decodeURIComponent(pathname.slice(1)) || 'index.html')
        if (target === undefined) return sizeOf(root, pathname) === undefined
        return hash !== '' && !target.ids.includes(decodeURIComponent(hash.slice(1)))
      })
      .map((link) => `${page}: the link ${link.slice(origin.length)} leads nowhere`)
  )

const LINK = / href="([^"]+)"/g
const ID = / id="([^"]+)"/g

/** A page as it is written, before its scripts run. */
const readPage = (root: string, origin: string, file: string): Pick<Observed, 'links' | 'ids'> => {
  const html = readFileSync(join(root, file), 'utf8')
  return {
    links: [...html.matchAll(LINK)].map(([, href = '']) => new URL(unescape(href), `${origin}/${file}`).href),
    ids: [...html.matchAll(ID)].map(([, id = '']) => unescape(id))
  }
}

/** Opened in the browser: all pages, and of each kind of reference page the longest three. */
const toOpen = (root: string, files: ReadonlyArray<string>): ReadonlyArray<string> => {
  const folders = [...new Set(files.map(dirname))]
  return folders.flatMap((folder) => {
    const within = files.filter((file) => dirname(file) === folder)
    if (folder === 'pages' || folder === '.') return within
    const size = (file: string): number => sizeOf(root, file) ?? 0
    const longest = [...within].sort((a, b) => size(b) - size(a)).slice(0, 3)
    return [...new Set([...longest, ...within.filter((file) => SHOWN.includes(file))])]
  })
}

const check = async (
  tab: Tab,
  root: string,
  origin: string,
  shots: string | undefined
): Promise<ReadonlyArray<string>> => {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.html') && !path.startsWith('media/'))
  const problems: Array<string> = []
  const all = new Map<string, Pick<Observed, 'links' | 'ids'>>(
    files.map((file) => [file, readPage(root, origin, file)])
  )
  const opened = toOpen(root, files)
  for (const [name, viewport] of VIEWPORTS) {
    await tab.setViewport(viewport)
    for (const file of opened) {
      await tab.goTo(`${origin}/${file}`)
      // what OBSERVE returns
      const seen = (await tab.evaluate(OBSERVE)) as Observed
      all.set(file, seen)
      problems.push(...problemsOf(`${file}, ${name}`, viewport, seen))
      problems.push(...tab.complaints().map((complaint) => `${file}, ${name}: ${complaint}`))
      if (shots !== undefined && SHOWN.includes(file)) {
        writeFileSync(join(shots, `${basename(file, '.html')}-${name}.png`), await tab.screenshot())
      }
    }
    await tab.goTo(`${origin}/index.html`)
    const results = await search(tab, 'validateRequest')
    if (!results.includes('validateRequest')) problems.push(`${name}: the search does not find validateRequest`)
    if (shots !== undefined) writeFileSync(join(shots, `search-${name}.png`), await tab.screenshot())
  }
  problems.push(...SHOWN.filter((file) => !all.has(file)).map((file) => `${file} is not there`))
  problems.push(...deadLinks(origin, root, all))
  process.stdout.write(
    `${opened.length} pages opened, each at ${VIEWPORTS.map(([name]) => name).join(', ')}; the links of all ${files.length} followed\n`
  )
  return problems
}

const run = async (shots: string | undefined): Promise<number> => {
  if (!hasChromium) {
    process.stdout.write(`SKIPPED${WITHOUT_CHROMIUM}\n`)
    return 3
  }
  const root = mkdtempSync(join(tmpdir(), 'site-'))
  if (shots !== undefined) mkdirSync(shots, { recursive: true })
  const server = createServer(({ url = '/' }, response) => {
    const { status, type, body } = fileOf(root, url)
    response.writeHead(status, { 'content-type': type }).end(body)
  })
  try {
    if (!(await buildSite(root))) return 1
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const tab = await openTab()
    try {
      const problems = await check(tab, root, `http://127.0.0.1:${port}`, shots)
      for (const problem of problems) process.stdout.write(`${problem}\n`)
      process.stdout.write(
        problems.length === 0 ? 'PASSED: the site is whole\n' : `FAILED: ${problems.length} problems\n`
      )
      return problems.length === 0 ? 0 : 1
    } finally {
      await tab.close()
    }
  } finally {
    server.close()
    server.closeAllConnections()
    rmSync(root, { recursive: true, force: true })
  }
}

process.exitCode = await run(process.argv[2])
