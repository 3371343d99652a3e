import { expect, test } from 'vitest'
import { layersOf } from './layers.js'

const foldersOf = (path: string): ReadonlyArray<string> => layersOf(path).map(({ folder }) => folder)

test('a file is part of the innermost layer around it, and a folder has its own and those inside it', () => {
  expect(foldersOf('src/suite/server/verify.ts')).toEqual(['src/suite/server'])
  expect(foldersOf('src/suite/server/scene/runCase.ts')).toEqual(['src/suite/server/scene'])
  expect(foldersOf('src/suite/server')).toEqual([
    'src/suite/server/target',
    'src/suite/server/scene',
    'src/suite/server/counterexample',
    'src/suite/server'
  ])
  expect(foldersOf('test')).toEqual([])
})
