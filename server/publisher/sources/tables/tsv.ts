import { type DelimitedRows, readDelimited } from './delimited.ts'
import { startTable, type TableStart } from './table-start.ts'

/** Reads tab-separated text as readDelimited does; fields may be quoted as in CSV. */
export function readTsv(text: string, file: string, start: TableStart = {}): DelimitedRows {
  return readDelimited(startTable(text, file, start).text, file, { delimiter: '\t' })
}
