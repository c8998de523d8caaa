import { SourceError } from '../source-error.ts'

/** Tables, rows and cells of a page together, and the cells of a row: more than any page of results has. */
export const pageLimits = { parts: 1_000_000, columns: 2000 }

export function tooLarge(file: string, line: number): SourceError {
  const { parts, columns } = pageLimits
  const problem = `the page has more than ${parts / 1e6} million cells, or ${columns} in a row.`
  const hint = 'Check that this is the page of results, and save those of this event alone.'
  return new SourceError('file_too_large', file, problem, hint, line)
}
