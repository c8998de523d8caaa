import { type DelimitedRows, readDelimited } from './delimited.ts'
import { refuseOtherDelimiter } from './other-delimiter.ts'
import type { TableMemory } from './table-memory.ts'
import { startTable, type TableStart } from './table-start.ts'
import { refuseTitle } from './table-title.ts'

/**
 * Reads tab-separated text as readDelimited does; fields may be quoted as in CSV. Throws 'unreadable' when the header
 * seems to be further down, and for a header line with another delimiter.
 */
export function readTsv(
  whole: string,
  file: string,
  start: TableStart = {},
  memory?: TableMemory,
  reader = 'tsv',
): DelimitedRows {
  const { text } = startTable(whole, file, start)
  refuseOtherDelimiter(text, file)
  if (start.header === undefined) refuseTitle(text, file, '\t', reader)
  return readDelimited(text, file, { delimiter: '\t', memory })
}
