/**
 * The layers of src as an SVG picture. Which layer uses which comes from the imports; only the places are written here.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { read, ROOT } from './pages.js'

interface Place {
  readonly row: number
  readonly column: number
  readonly what: string
}

const PLACES: Readonly<Record<string, Place>> = {
  contract: { row: 0, column: 1, what: 'what the page says' },
  clauses: { row: 0, column: 2, what: 'every sentence, as data' },
  protocol: { row: 1, column: 1, what: 'AWS JSON 1.1' },
  adapters: { row: 2, column: 0, what: 'fetch, Node, Lambda, AWS SDK' },
  reference: { row: 2, column: 1, what: 'the service, and a test double' },
  laws: { row: 2, column: 2, what: 'each clause as a predicate' },
  generators: { row: 3, column: 2, what: 'what a run sends' },
  suite: { row: 4, column: 2, what: 'sends, counts, judges' },
  report: { row: 5, column: 2, what: 'a report as text' },
  node: { row: 6, column: 2, what: 'sockets, files, the command' }
}

type Uses = ReadonlyMap<string, ReadonlySet<string>>

/** `src/conformance.ts` is the public face of suite and report, so importing it uses report. */
const layerOf = (path: string): string | undefined => {
  const [, first = ''] = path.split('/')
  return first === 'conformance.js' ? 'report' : Object.hasOwn(PLACES, first) ? first : undefined
}

/** Which layers the files of a layer import. A layer without a place is an error: the picture would leave it out. */
const layerUses = (): Uses => {
  const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return new Map(
    folders.map(({ name }) => {
      if (!Object.hasOwn(PLACES, name)) throw new Error(`src/${name} has no place in the picture of the layers`)
      const files = readdirSync(join(ROOT, 'src', name), { recursive: true, encoding: 'utf8' })
      const used = files
        .filter((file) => file.endsWith('.ts'))
        .flatMap((file) => {
          const path = `src/${name}/${file}`
          return ts.preProcessFile(read(path)).importedFiles.map(({ fileName }) => join(path, '..', fileName))
        })
        .map(layerOf)
      return [name, new Set(used.filter((layer) => layer !== undefined && layer !== name))] as const
    })
  ) as Uses // the filter above leaves no undefined
}

const reaches = (uses: Uses, from: string, to: string): boolean =>
  [...(uses.get(from) ?? [])].some((next) => next === to || reaches(uses, next, to))

/** Without the lines that follow from others: who uses protocol may use contract. */
export const reduced = (uses: Uses): ReadonlyArray<readonly [user: string, used: string]> =>
  [...uses].flatMap(([user, all]) =>
    [...all]
      .filter((used) => ![...all].some((other) => other !== used && reaches(uses, other, used)))
      .map((used) => [user, used] as const)
  )

const BOX = { width: 224, height: 50 } as const
const GAP = { x: 44, y: 26 } as const
const MARGIN = 20
const COLUMNS = 3
const ROWS = 7

const left = ({ column }: Place): number => MARGIN + column * (BOX.width + GAP.x)
const top = ({ row }: Place): number => MARGIN + row * (BOX.height + GAP.y)
const middle = (place: Place): number => left(place) + BOX.width / 2
const centre = (place: Place): number => top(place) + BOX.height / 2

const isFree = (row: number, column: number): boolean =>
  !Object.values(PLACES).some((place) => place.row === row && place.column === column)

/** From a layer to one that uses it: sideways and then down, or down and then sideways where a box is in the way. */
const lineTo = (used: Place, user: Place): string => {
  if (used.column === user.column) return `M${middle(used)} ${top(used) + BOX.height}V${top(user)}`
  const isRight = user.column > used.column
  if (isFree(used.row, user.column)) {
    return `M${left(used) + (isRight ? BOX.width : 0)} ${centre(used)}H${middle(user)}V${top(user)}`
  }
  return `M${middle(used)} ${top(used) + BOX.height}V${centre(user)}H${left(user) + (isRight ? 0 : BOX.width)}`
}

const box = ([name, place]: readonly [string, Place]): string =>
  [
    `<rect x="${left(place)}" y="${top(place)}" width="${BOX.width}" height="${BOX.height}" rx="6" fill="#161b22" stroke="#6e7681"/>`,
    `<text x="${middle(place)}" y="${top(place) + 21}" font-weight="bold" fill="#79c0ff">${name}</text>`,
    `<text x="${middle(place)}" y="${top(place) + 39}" font-size="12">${place.what}</text>`
  ].join('')

export const layersPicture = (): string => {
  const width = 2 * MARGIN + COLUMNS * BOX.width + (COLUMNS - 1) * GAP.x
  const height = 2 * MARGIN + ROWS * BOX.height + (ROWS - 1) * GAP.y
  const lines = reduced(layerUses()).flatMap(([user, used]) => {
    const [from, to] = [PLACES[used], PLACES[user]]
    return from === undefined || to === undefined ? [] : [`    <path d="${lineTo(from, to)}" marker-end="url(#tip)"/>`]
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    '  <title>The layers of src: an arrow points from a layer to one that imports it</title>',
    `  <marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0L8 4L0 8Z" fill="#9aa4af"/></marker>`,
    `  <rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8" fill="#0d1117" stroke="#3d444d"/>`,
    '  <g fill="none" stroke="#9aa4af" stroke-width="1.5">',
    ...lines,
    '  </g>',
    `  <g fill="#e6edf3" font-size="14" font-family="system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif" text-anchor="middle">`,
    ...Object.entries(PLACES).map((entry) => `    ${box(entry)}`),
    '  </g>',
    '</svg>',
    ''
  ].join('\n')
}
