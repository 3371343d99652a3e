/**
 * The report as it is, for machines.
 */
import type { Report } from '../suite/shared/Report.js'
import { printable } from '../suite/shared/text.js'

/** Escaped so far that it may be printed to a terminal or a build log; what it parses to is the report. */
export const json = (report: Report): string => `${printable(JSON.stringify(report, null, 2))}\n`
