/**
 * The report as it is, for machines.
 */
import type { Report } from '../Report.js'
import { printable } from './text.js'

/**
 * Escaped so far that it may be printed to a terminal or a build log; what it parses to is the report.
 *
 * @since 0.1.0
 */
export const json = (report: Report): string => `${printable(JSON.stringify(report, null, 2))}\n`
