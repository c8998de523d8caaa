import type { SourceWarning } from '../source-warning.ts'

/** Rows of a table that hold more than its header names: their indexes, and the line of each row. */
export interface LongRows {
  readonly long: readonly number[]
  readonly lines: readonly number[]
}

/** In some formats every row is longer than the header; a few long rows have a separator too many. */
export function longRowsWarnings({ long, lines }: LongRows, file: string): readonly SourceWarning[] {
  const [first] = long
  if (first === undefined || long.length * 2 > lines.length) return []
  const count = long.length === 1 ? 'a row holds' : `${long.length} rows hold`
  const message = `${count} more fields than the header names; a name with an unquoted separator in it would do that.`
  return [{ file, code: 'long_row', line: lines[first] ?? 1, message }]
}
