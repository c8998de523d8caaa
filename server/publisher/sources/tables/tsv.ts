import { type DelimitedRows, readDelimited } from './delimited.ts'

/** Reads tab-separated text as readDelimited does; fields may be quoted as in CSV. */
export function readTsv(text: string, file: string): DelimitedRows {
  return readDelimited(text, file, { delimiter: '\t' })
}
