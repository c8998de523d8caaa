import { type DelimitedRows, readDelimited } from './delimited.ts'
import { mostFrequent } from './delimiter.ts'
import type { TableMemory } from './table-memory.ts'
import { startTable, type TableStart } from './table-start.ts'
import { refuseTitle } from './table-title.ts'

/**
 * Reads CSV as readDelimited does. Unless given, the delimiter is that of a first line `sep=;`, or the most frequent of
 * , ; tab | in the header line. Throws 'unreadable' when the header seems to be further down.
 */
export function readCsv(
  whole: string,
  file: string,
  options: TableStart & { readonly delimiter?: string | undefined } = {},
  memory?: TableMemory,
): DelimitedRows {
  const { text, delimiter } = startTable(whole, file, options)
  if (options.header === undefined) refuseTitle(text, file, options.delimiter || delimiter)
  return readDelimited(text, file, { delimiter: options.delimiter || delimiter || detectDelimiter(text), memory })
}

function detectDelimiter(text: string): string {
  return mostFrequent(text.split('\n').find((line) => line.trim() !== '') ?? '').delimiter
}
