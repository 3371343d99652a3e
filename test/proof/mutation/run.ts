/**
 * `npm run mutation [-- OPTIONS] [FILE...]`: changes the code in one place at a time and runs the tests of its layer.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Layer, layers, layersInside, layersOf } from './layers.js'
import { countsOf, type Explained, isSurvivor, type Report, tableOf, unsettled } from './survivors.js'

const HELP = `npm run mutation -- [OPTIONS] [FILE|FOLDER...]

Changes the code in one place at a time (a mutant) and runs the tests of its layer: a mutant that no test notices
survives, and shows what no test says. Without FILE every layer is run, which takes about an hour on one idle core.

  FILE           a file of src/, a part of one (src/contract/Check.ts:30-40), or a folder
  --table        run nothing: print the table of what was measured and has not changed since
  --help         print this

Prints each survivor that survivors.json does not explain, and a table in Markdown with the score of each folder beside
its goal. Results are kept in .stryker-tmp: of a file that has not changed, only what survived is tried again.
Exit code: 0, 1 for a survivor without an explanation or an explanation that is outdated, 2 for wrong usage.`

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const keptAt = ({ folder }: Layer): string => `.stryker-tmp/${folder.replaceAll('/', '-')}.json`
const nameOf = (path: string): string => path.replace(/:[-:\d]+$/, '').replace(/\/$/, '')

/** The options and files, or what is wrong with them. */
const read = (): ReturnType<typeof parse> | string => {
  try {
    return parse()
  } catch (error) {
    return String(error)
  }
}
const parse = () =>
  parseArgs({
    allowPositionals: true,
    options: { table: { type: 'boolean' }, help: { type: 'boolean' } }
  })

/** Takes the survivors of these files and folders out of what is kept: Stryker does not see that a test has changed. */
const forgetSurvivors = (keptIn: string, paths: ReadonlyArray<string>): void => {
  if (!existsSync(keptIn)) return
  const kept = readJson(keptIn) as Report // as Stryker writes it
  const files = Object.entries(kept.files).map(([name, file]) => {
    const isAsked = paths.some((path) => `${name}/`.startsWith(`${path.replace(/\/$/, '')}/`))
    return [name, isAsked ? { ...file, mutants: file.mutants.filter((mutant) => !isSurvivor(mutant)) } : file] as const
  })
  writeFileSync(keptIn, JSON.stringify({ ...kept, files: Object.fromEntries(files) }))
}

/** Whether Stryker ran to its end. */
const mutate = (layer: Layer, paths: ReadonlyArray<string>): boolean => {
  const inLayer = paths.filter((path) => layersOf(nameOf(path)).includes(layer))
  const patterns = inLayer.map((path) =>
    nameOf(path) !== path || path.endsWith('.ts')
      ? path
      : `${nameOf(path).length > layer.folder.length ? nameOf(path) : layer.folder}/**/*.ts`
  )
  forgetSurvivors(keptAt(layer), paths)
  const others = layersInside(layer).map(({ folder }) => `${folder}/**`)
  const where = ['--incrementalFile', keptAt(layer), '--tempDirName', '.stryker-tmp/sandbox']
  const { status } = spawnSync(
    'npx',
    [
      'stryker',
      'run',
      here('stryker.config.json'),
      '--mutate',
      [...patterns, ...others.map((other) => `!${other}`)].join(','),
      ...where
    ],
    { stdio: 'inherit', env: { ...process.env, NODE_OPTIONS: '--import tsx', MUTATION_TESTS: layer.tests.join(' ') } }
  )
  return status === 0
}

/** What is kept of files that are as they were when they were measured. */
const measured = (): Report => {
  const kept = layers.map(keptAt).filter((path) => existsSync(path))
  // the shape is the one that Stryker writes
  const files = kept.flatMap((path) => Object.entries((readJson(path) as Report).files))
  return {
    files: Object.fromEntries(
      files.filter(([file, { source }]) => existsSync(file) && readFileSync(file, 'utf8') === source)
    )
  }
}

const main = (): number => {
  const args = read()
  if (typeof args === 'string') {
    console.error(`${args}\nRun npm run mutation -- --help for usage.`)
    return 2
  }
  const { values, positionals } = args
  if (values.help === true) {
    console.log(HELP)
    return 0
  }
  const paths = positionals.length === 0 ? layers.map(({ folder }) => folder) : positionals
  const unknown = paths.filter((path) => layersOf(nameOf(path)).length === 0 || !existsSync(nameOf(path)))
  if (unknown.length > 0) {
    console.error(`Nothing to mutate at ${unknown.join(', ')}: use files and folders of src/.`)
    return 2
  }
  if (values.table !== true) {
    for (const layer of new Set(paths.flatMap((path) => layersOf(nameOf(path))))) {
      if (!mutate(layer, paths)) throw new Error(`Stryker failed at ${layer.folder}`)
    }
  }

  const whole = measured()
  const isAsked = (file: string): boolean => paths.some((path) => `${file}/`.startsWith(`${nameOf(path)}/`))
  const report = { files: Object.fromEntries(Object.entries(whole.files).filter(([file]) => isAsked(file))) }
  if (Object.keys(report.files).length === 0) {
    console.error('Nothing was measured.')
    return 1
  }
  const explained = readJson(here('survivors.json')) as ReadonlyArray<Explained> // as this folder writes it
  const { unexplained, ...settled } = unsettled(report, explained)
  // of a part of a file, an explanation may be about another part
  const outdated = positionals.some((path) => path.includes(':')) ? [] : settled.outdated
  for (const { file, line, code, becomes } of unexplained) console.error(`${file}:${line} ${code}  =>  ${becomes}`)
  for (const { file, code, becomes } of outdated) console.error(`No longer survives: ${file} ${code}  =>  ${becomes}`)
  console.log(`\n${tableOf(countsOf(report, explained), (folder) => layersOf(folder)[0]?.goal ?? 0)}\n`)
  console.log(`${unexplained.length} survivors without an explanation, ${outdated.length} explanations outdated`)
  return unexplained.length + outdated.length === 0 ? 0 : 1
}

process.exitCode = main()
