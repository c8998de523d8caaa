import { type DelimitedRows, readDelimited } from './delimited.ts'

/** Reads tab-separated text, in which fields may be quoted as in CSV. See readDelimited. */
export function readTsv(text: string, file: string): DelimitedRows {
  return readDelimited(text, file, { delimiter: '\t' })
}
