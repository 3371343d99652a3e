/**
 * The first branches of a value's shrink tree, as a value.
 */
import * as fc from 'fast-check'

class ShrinkTree<A> extends fc.Arbitrary<ReadonlyArray<A>> {
  readonly arbitrary: fc.Arbitrary<A>
  readonly branches: number
  readonly levels: number

  constructor(arbitrary: fc.Arbitrary<A>, branches: number, levels: number) {
    super()
    this.arbitrary = arbitrary
    this.branches = branches
    this.levels = levels
  }

  generate(mrng: fc.Random, bias: number | undefined): fc.Value<ReadonlyArray<A>> {
    const seen: Array<A> = []
    const visit = ({ value, context }: fc.Value<A>, levels: number): void => {
      seen.push(value)
      if (levels === 0) return
      for (const shrunk of this.arbitrary.shrink(value, context).take(this.branches)) visit(shrunk, levels - 1)
    }
    visit(this.arbitrary.generate(mrng, bias), this.levels)
    return new fc.Value(seen, undefined)
  }

  canShrinkWithoutContext(value: unknown): value is ReadonlyArray<A> {
    return Array.isArray(value) && value.length < 0 // never
  }

  shrink(): fc.Stream<fc.Value<ReadonlyArray<A>>> {
    return fc.Stream.nil()
  }
}

/** A generated value followed by its shrinks, theirs, and so on; the tree is cut to so many branches and levels. */
export const shrinkTree = <A>(arbitrary: fc.Arbitrary<A>, branches = 4, levels = 4): fc.Arbitrary<ReadonlyArray<A>> =>
  new ShrinkTree(arbitrary, branches, levels)
