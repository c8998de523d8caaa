import { SourceError } from '../source-error.ts'

/** Values of JSON, and lines of YAML, whose parser is slow. */
export const dataLimits = { values: 2_000_000, records: 100_000, yamlCharacters: 2_000_000 }

/** Throws 'file_too_large' for more values than fit into memory, by the signs in front of each. */
export function refuseManyValues(text: string, file: string): void {
  let values = 0
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at)
    // A comma, an opening bracket, an opening brace.
    if (sign === 0x2c || sign === 0x5b || sign === 0x7b) values += 1
  }
  if (values > dataLimits.values)
    throw tooLarge(file, `the data have more than ${dataLimits.values / 1e6} million values.`)
}

/** Throws 'file_too_large' for more lines with an object than any event has. */
export function refuseManyRecords(count: number, file: string): void {
  if (count > dataLimits.records) throw tooLarge(file, `there are more than ${dataLimits.records} lines.`)
}

/** Throws 'file_too_large' for a text that takes too long to be read. */
export function refuseLongYaml(text: string, file: string): void {
  const most = dataLimits.yamlCharacters
  if (text.length <= most) return
  throw tooLarge(file, `the YAML has more than ${most / 1e6} million characters; JSON of that size is read in no time.`)
}

function tooLarge(file: string, problem: string): SourceError {
  return new SourceError('file_too_large', file, problem, 'Export the results of this event alone.')
}
