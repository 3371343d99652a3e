/**
 * What of the documentation is made from something else is what would be made now: `npx tsx test/docs/write.ts`.
 */
import { describe, expect, test } from 'vitest'
import { madeQuickly, outputArguments, settled } from './generated.js'
import { entryPoints, packagesBehind } from './imports.js'
import { blocksOf, inlineCodeOf } from './markdown.js'
import { packageJson, pages, read } from './pages.js'
import { cli } from './sandbox.js'

/** Fewer cases are run than were run for the page: their number is not compared. */
const comparable = (output: string): string => settled(output).replace(/[\d,]+ requests/, '')

describe('write.ts would leave it as it is', () => {
  test.each(pages)('%s', async (page) => {
    expect(read(page)).toBe(await madeQuickly(page))
  })
})

describe('whole examples', () => {
  test.each([
    ['docs/server-author.md', 'docs/examples/server.ts'],
    ['docs/client-author.md', 'docs/examples/client.ts']
  ])('%s shows %s, byte for byte', (page, path) => {
    const shown = blocksOf(read(page)).filter(({ directive }) => directive === `include: ${path}`)
    expect(shown.map(({ code }) => code)).toEqual([read(path)])
  })
})

test('docs/running-the-suite.md shows the verdict that a run prints', async () => {
  const blocks = blocksOf(read('docs/running-the-suite.md'))
  const shown = blocks.filter(({ directive }) => outputArguments(directive) !== undefined)
  expect(shown).toHaveLength(1)
  for (const { directive, code } of shown) {
    const { stdout } = await cli([...(outputArguments(directive) ?? []), '--runs', '1'])
    expect(comparable(stdout)).toBe(comparable(code))
  }
})

describe('docs/dependencies.md', () => {
  const { dependencies, peerDependencies, devDependencies } = packageJson
  const sections = read('docs/dependencies.md').split(/^## /m)
  const named = (heading: string): ReadonlyArray<string> => {
    const section = sections.find((text) => text.startsWith(heading)) ?? ''
    return [...section.matchAll(/^\| `([^`]+)`/gm)].map(([, name = '']) => name)
  }

  test.each([
    ['Run time', dependencies],
    ['Peers', peerDependencies],
    ['Development', devDependencies]
  ])('%s names every package, and no other', (heading, packages) => {
    expect(named(heading)).toEqual(Object.keys(packages))
  })

  test('the contract and the protocol load io-ts and nothing else', () => {
    expect(packagesBehind('dist/index.js')).toEqual(['io-ts'])
    expect(packagesBehind('dist/protocol/index.js')).toEqual(['io-ts'])
  })

  test('what is loaded at run time is a dependency or a peer, and every dependency is loaded', () => {
    const loaded = new Set(entryPoints.flatMap(([, file]) => packagesBehind(file)))
    // the types of the contract refer to these two, and its code loads neither
    const typesOnly = ['@standard-schema/spec', 'fp-ts']
    expect([...loaded, ...typesOnly].sort()).toEqual(
      [...Object.keys(dependencies), ...Object.keys(peerDependencies)].sort()
    )
  })
})

test('docs/dependencies.md has every subpath of the package', () => {
  const subpaths = Object.keys(packageJson.exports).filter((subpath) => subpath !== './package.json')
  const names = subpaths.map((subpath) => subpath.replace(/^\./, 'cognito-secrets-contract'))
  expect(inlineCodeOf(read('docs/dependencies.md'))).toEqual(expect.arrayContaining(names))
})

test('the changelog has the version of the package', () => {
  expect(read('CHANGELOG.md')).toContain(`## [${packageJson.version}]`)
})
