/**
 * A map that is never changed: a change makes another one, which shares nearly everything with the first. Keys are in
 * the order of their UTF-16 units. It is a treap: a search tree by key which is also a heap by a hash of the key, so that
 * it is balanced whatever the order of the insertions, and looks the same for the same keys. Reading and changing take
 * time that grows with the logarithm of the size.
 */
interface Node<A> {
  readonly key: string
  readonly value: A
  readonly priority: number
  readonly size: number
  readonly left: Tree<A>
  readonly right: Tree<A>
}

type Tree<A> = Node<A> | undefined

const sizeOf = <A>(tree: Tree<A>): number => tree?.size ?? 0

const withBranches = <A>(node: Node<A>, left: Tree<A>, right: Tree<A>): Node<A> => ({
  ...node,
  left,
  right,
  size: sizeOf(left) + sizeOf(right) + 1
})

/** FNV-1a with a final mixing, since keys often differ in their last character only. */
const priorityOf = (key: string): number => {
  let h = 0x811c9dc5
  for (let i = 0; i < key.length; i++) h = Math.imul(h ^ key.charCodeAt(i), 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  return (h ^ (h >>> 13)) >>> 0
}

/** What is before the key, and what is after it; the key itself is in neither. */
const split = <A>(tree: Tree<A>, key: string): readonly [Tree<A>, Tree<A>] => {
  if (tree === undefined) return [undefined, undefined]
  if (tree.key === key) return [tree.left, tree.right]
  if (key < tree.key) {
    const [before, after] = split(tree.left, key)
    return [before, withBranches(tree, after, tree.right)]
  }
  const [before, after] = split(tree.right, key)
  return [withBranches(tree, tree.left, before), after]
}

/** All keys of the first are before those of the second. */
const join = <A>(first: Tree<A>, second: Tree<A>): Tree<A> => {
  if (first === undefined) return second
  if (second === undefined) return first
  return first.priority >= second.priority
    ? withBranches(first, first.left, join(first.right, second))
    : withBranches(second, join(first, second.left), second.right)
}

const insert = <A>(tree: Tree<A>, one: Node<A>): Node<A> => {
  if (tree !== undefined && tree.key === one.key) return { ...tree, value: one.value }
  if (tree === undefined || one.priority > tree.priority) return withBranches(one, ...split(tree, one.key))
  return one.key < tree.key
    ? withBranches(tree, insert(tree.left, one), tree.right)
    : withBranches(tree, tree.left, insert(tree.right, one))
}

const remove = <A>(tree: Tree<A>, key: string): Tree<A> => {
  if (tree === undefined) return undefined
  if (key === tree.key) return join(tree.left, tree.right)
  return key < tree.key
    ? withBranches(tree, remove(tree.left, key), tree.right)
    : withBranches(tree, tree.left, remove(tree.right, key))
}

function* entriesAfter<A>(tree: Tree<A>, key: string | undefined): Generator<[string, A], undefined> {
  if (tree === undefined) return
  const isAfter = key === undefined || tree.key > key
  if (isAfter) {
    yield* entriesAfter(tree.left, key)
    yield [tree.key, tree.value]
  }
  yield* entriesAfter(tree.right, isAfter ? undefined : key)
}

/** A ReadonlyMap, so that whoever reads it need not know how it is made. */
export class SortedMap<A> implements ReadonlyMap<string, A> {
  private readonly tree: Tree<A>

  private constructor(tree: Tree<A>) {
    this.tree = tree
  }

  /** The same entries; the map itself where it is one already. */
  static from<A>(map: ReadonlyMap<string, A>): SortedMap<A> {
    if (map instanceof SortedMap) return map as SortedMap<A> // what it holds is known by its type as a map
    let made = new SortedMap<A>(undefined)
    for (const [key, value] of map) made = made.with(key, value)
    return made
  }

  get size(): number {
    return sizeOf(this.tree)
  }

  get(key: string): A | undefined {
    let tree = this.tree
    while (tree !== undefined && tree.key !== key) tree = key < tree.key ? tree.left : tree.right
    return tree?.value
  }

  has(key: string): boolean {
    let tree = this.tree
    while (tree !== undefined && tree.key !== key) tree = key < tree.key ? tree.left : tree.right
    return tree !== undefined
  }

  with(key: string, value: A): SortedMap<A> {
    const node = { key, value, priority: priorityOf(key), size: 1, left: undefined, right: undefined }
    return new SortedMap(insert(this.tree, node))
  }

  without(key: string): SortedMap<A> {
    return this.has(key) ? new SortedMap(remove(this.tree, key)) : this
  }

  /** The entries whose key is after this one, wherever it would be; all of them without a key. */
  after(key: string | undefined): MapIterator<[string, A]> {
    return entriesAfter(this.tree, key)
  }

  entries(): MapIterator<[string, A]> {
    return this.after(undefined)
  }

  *keys(): Generator<string, undefined> {
    for (const [key] of this.entries()) yield key
  }

  *values(): Generator<A, undefined> {
    for (const [, value] of this.entries()) yield value
  }

  [Symbol.iterator](): MapIterator<[string, A]> {
    return this.entries()
  }

  forEach(f: (value: A, key: string, map: ReadonlyMap<string, A>) => void): void {
    for (const [key, value] of this.entries()) f(value, key, this)
  }
}
