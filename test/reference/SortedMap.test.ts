import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SortedMap } from '../../src/reference/SortedMap.js'

interface Change {
  readonly key: string
  /** `undefined` removes the key. */
  readonly value: number | undefined
}

const key = (): fc.Arbitrary<string> =>
  fc.oneof(fc.string({ maxLength: 2, unit: fc.constantFrom('a', 'b', '_', '9') }), fc.string())

const changes = (): fc.Arbitrary<ReadonlyArray<Change>> =>
  fc.array(fc.record({ key: key(), value: fc.option(fc.nat(), { nil: undefined }) }), { maxLength: 60, size: 'max' })

const change = (map: SortedMap<number>, { key, value }: Change): SortedMap<number> =>
  value === undefined ? map.without(key) : map.with(key, value)

const empty = SortedMap.from<number>(new Map())

const model = (all: ReadonlyArray<Change>): ReadonlyArray<readonly [string, number]> => {
  const map = new Map<string, number>()
  for (const { key, value } of all) {
    if (value === undefined) map.delete(key)
    else map.set(key, value)
  }
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1))
}

describe('SortedMap', () => {
  test('holds what a Map would hold after the same changes, in the order of its keys', () => {
    fc.assert(
      fc.property(changes(), key(), (all, other) => {
        const map = all.reduce(change, empty)
        const expected = model(all)
        expect([...map]).toEqual(expected)
        expect(map.size).toBe(expected.length)
        expect([...map.keys()]).toEqual(expected.map(([k]) => k))
        expect([...map.values()]).toEqual(expected.map(([, value]) => value))
        const visited: Array<readonly [string, number, unknown]> = []
        map.forEach((value, k, whole) => visited.push([k, value, whole]))
        expect(visited).toEqual(expected.map(([k, value]) => [k, value, map]))
        const found = new Map(expected)
        for (const k of [other, ...all.map((one) => one.key)]) {
          expect([map.get(k), map.has(k)]).toEqual([found.get(k), found.has(k)])
        }
      }),
      { seed: 1 }
    )
  })

  test('stays as it was when another is made of it', () => {
    fc.assert(
      fc.property(changes(), changes(), (before, after) => {
        const map = before.reduce(change, empty)
        after.reduce(change, map)
        expect([...map]).toEqual(model(before))
      }),
      { seed: 2 }
    )
  })

  test('lists what is after a key, whether or not it holds the key', () => {
    fc.assert(
      fc.property(changes(), key(), (all, from) => {
        expect([...all.reduce(change, empty).after(from)]).toEqual(model(all).filter(([k]) => k > from))
      }),
      { seed: 3 }
    )
  })

  test('is made of any map, and of itself', () => {
    fc.assert(
      fc.property(changes(), (all) => {
        const map = SortedMap.from(new Map(model(all)))
        expect([...map]).toEqual(model(all))
        expect(SortedMap.from(map)).toBe(map)
      }),
      { seed: 4 }
    )
  })

  test('visits every entry, with the map', () => {
    const map = empty.with('b', 2).with('a', 1)
    const visited: Array<unknown> = []
    map.forEach((...args) => visited.push(args))
    expect(visited).toEqual([
      [1, 'a', map],
      [2, 'b', map]
    ])
  })

  test('has one shape for the same keys, whatever was added and removed before', () => {
    const shapeOf = (map: SortedMap<number>): unknown => Reflect.get(map, 'tree')
    fc.assert(
      fc.property(changes(), (all) => {
        expect(shapeOf(all.reduce(change, empty))).toEqual(shapeOf(SortedMap.from(new Map(model(all)))))
      }),
      { seed: 5 }
    )
  })

  /** The longest way from the root to a leaf: how many keys a look-up compares at most. */
  const depth = (tree: unknown): number => {
    if (typeof tree !== 'object' || tree === null) return 0
    return 1 + Math.max(depth(Reflect.get(tree, 'left')), depth(Reflect.get(tree, 'right')))
  }

  test.each([
    ['counted', (n: number) => `us-east-1_${n}`],
    ['counted with zeros', (n: number) => String(n).padStart(26, '0')],
    ['counted down', (n: number) => String(99_999 - n)]
  ])('is balanced with 20,000 keys that are %s: no look-up compares more than 50', (_, make) => {
    let map = empty
    for (let n = 0; n < 20_000; n++) map = map.with(make(n), n)
    expect(map.size).toBe(20_000)
    expect(depth(Reflect.get(map, 'tree'))).toBeLessThanOrEqual(50)
  })
})
