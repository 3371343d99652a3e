/**
 * Where reports go: each to a file or to stdout, which then carries nothing else.
 */
import { appendFile } from 'node:fs/promises'
import pc from 'picocolors'
import { exitCode, github, html, json, junit, markdown, pretty, quiet, type Report } from '../../conformance.js'
import { complain, INCONCLUSIVE } from './running.js'
import { problemOfWriting, writeWhole } from './writeWhole.js'

interface ReportRequest {
  readonly format: Format
  /** `undefined` for stdout. */
  readonly file: string | undefined
}

/** Every format as a fold over the report. */
const formats = { json, junit, markdown, github, html } as const

type Format = keyof typeof formats

const isFormat = (name: string): name is Format => Object.hasOwn(formats, name)

/** Reads `json`, `json=FILE` and `json=-`. Says what is wrong where it cannot. */
export const parseReports = (texts: ReadonlyArray<string>): ReadonlyArray<ReportRequest> | string => {
  const requests: Array<ReportRequest> = []
  for (const text of texts) {
    const [format = '', ...rest] = text.split('=')
    const file = rest.join('=')
    if (!isFormat(format)) return `--report ${text}: the formats are ${Object.keys(formats).join(', ')}`
    requests.push({ format, file: file === '' || file === '-' ? undefined : file })
  }
  return requests.filter(({ file }) => file === undefined).length > 1
    ? '--report: only one report can go to stdout; give the others a file'
    : requests
}

const unwritten = ({ format }: ReportRequest, file: string, why: string): string =>
  `the ${format} report could not be written to ${file}: ${why}`

/** A step's summary is gathered from all that the step has to say. */
const isSummary = (file: string): boolean => file === process.env['GITHUB_STEP_SUMMARY']

/** Which report could not be written, found before there is one. */
export const problemOfReports = async (requests: ReadonlyArray<ReportRequest>): Promise<string | undefined> => {
  for (const request of requests) {
    const { file } = request
    const why = file === undefined || isSummary(file) ? undefined : await problemOfWriting(file)
    if (file !== undefined && why !== undefined) return unwritten(request, file, why)
  }
  return undefined
}

/** Writes a report; why it could not be written. */
const writeReport = async (report: Report, request: ReportRequest): Promise<string | undefined> => {
  const { format, file } = request
  const text = formats[format](report)
  if (file === undefined) {
    process.stdout.write(text)
    return undefined
  }
  try {
    await (isSummary(file) ? appendFile(file, text) : writeWhole(file, text))
    return undefined
  } catch (error) {
    return unwritten(request, file, (error as Error).message)
  }
}

/** Only a terminal has an edge. */
export const widthOf = ({ isTTY, columns }: Pick<NodeJS.WriteStream, 'isTTY' | 'columns'>): number =>
  isTTY && columns > 0 ? columns : Infinity

/** FORCE_COLOR paints into pipes and files too, and 0 in it nowhere; NO_COLOR wins over both. */
const isColoured = ({ isTTY }: Pick<NodeJS.WriteStream, 'isTTY'>): boolean => {
  const forced = process.env['FORCE_COLOR'] ?? ''
  return pc.isColorSupported && forced !== '0' && (isTTY || forced !== '')
}

/** Shows the report, on stderr where stdout carries another, and writes the reports asked for. The exit code. */
export const publish = async (
  report: Report,
  requests: ReadonlyArray<ReportRequest>,
  isQuiet = false
): Promise<number> => {
  const stream = requests.some(({ file }) => file === undefined) ? process.stderr : process.stdout
  stream.write(
    (isQuiet ? quiet : pretty)(report, {
      paint: pc.createColors(isColoured(stream)),
      width: widthOf(stream),
      jsonFile: requests.find(({ format }) => format === 'json')?.file
    })
  )
  let code: number = exitCode(report)
  for (const request of requests) {
    const problem = await writeReport(report, request)
    if (problem === undefined) continue
    complain(problem)
    code = INCONCLUSIVE
  }
  return code
}
