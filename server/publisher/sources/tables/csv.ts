import { SourceError } from '../source-error.ts'
import { type DelimitedRows, readDelimited } from './delimited.ts'
import { startTable, type TableStart } from './table-start.ts'

/**
 * Reads CSV as readDelimited does. Unless given, the delimiter is that of a first line `sep=;`, or the most frequent of
 * , ; tab | in the header line. Throws 'unreadable' when the header seems to be further down.
 */
export function readCsv(
  whole: string,
  file: string,
  options: TableStart & { readonly delimiter?: string | undefined } = {},
): DelimitedRows {
  const { text, delimiter } = startTable(whole, file, options)
  if (options.header === undefined) refuseTitle(text, file, options.delimiter)
  return readDelimited(text, file, { delimiter: options.delimiter || delimiter || detectDelimiter(text) })
}

const delimiters = [',', ';', '\t', '|']

function detectDelimiter(text: string): string {
  return mostFrequent(firstLine(text)).delimiter
}

function firstLine(text: string): string {
  return text.split('\n').find((line) => line.trim() !== '') ?? ''
}

function mostFrequent(line: string): { readonly delimiter: string; readonly count: number } {
  const bare = line.replace(/"[^"]*"?/g, '')
  const counted = delimiters.map((delimiter) => ({ delimiter, count: bare.split(delimiter).length }))
  return counted.reduce((best, one) => (one.count > best.count ? one : best))
}

/** The first lines that are looked at for a table below a title. */
const lookedAt = 50

/** A first line of one field above lines of several is a title. */
function refuseTitle(text: string, file: string, delimiter: string | undefined): void {
  const fieldsOf = (line: string) => (delimiter ? line.split(delimiter).length : mostFrequent(line).count)
  const first = firstLine(text)
  if (fieldsOf(first) > 1) return
  const lines = text.slice(0, 100_000).split('\n').slice(0, lookedAt)
  const counts = lines.map(fieldsOf).filter((count) => count > 1)
  const filled = lines.filter((line) => line.trim() !== '').length
  if (counts.length < 2 || counts.length * 2 < filled - 1) return
  const at = lines.indexOf(first) + 1
  const problem = `this line has one field, and those below have ${Math.max(...counts)}: is the header further down?`
  const hint = `Write csv("${file}", header="Name") with a heading of the table, or skip=3 for three lines above it.`
  throw new SourceError('unreadable', file, problem, hint, at)
}
