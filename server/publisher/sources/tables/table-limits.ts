import { SourceError } from '../source-error.ts'

/** More than any table of results in a text has. */
export const tableLimits = { rows: 100_000, columns: 2000, cells: 2_000_000 }

/**
 * Throws 'file_too_large' for a text whose table would not fit into memory: every row has each column of the widest
 * line. Separators inside of quotes count, too.
 */
export function refuseLargeTable(text: string, file: string, delimiter: string): void {
  if (isSurelySmall(text)) return
  const separator = delimiter.charCodeAt(0)
  let rows = 1
  let fields = 1
  let most = 1
  let widest = 1
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at)
    if (sign === separator) fields += 1
    else if (sign === 0x0a) {
      if (fields > most) [most, widest] = [fields, rows]
      rows += 1
      fields = 1
    }
  }
  const columns = Math.max(most, fields)
  refuseManyCells(rows, columns, file, fields > most ? rows : widest)
}

/** Whether a table would fit if its longest line were all separators: the signs of most need not be counted. */
function isSurelySmall(text: string): boolean {
  let lines = 0
  let longest = 0
  for (let start = 0; start <= text.length; lines += 1) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    longest = Math.max(longest, end - start)
    start = end + 1
  }
  return !isTooLarge(lines, longest + 1)
}

/** Throws 'file_too_large' for more rows of so many columns than fit into memory. `line` is the one to look at. */
export function refuseManyCells(rows: number, columns: number, file: string, line: number): void {
  if (isTooLarge(rows, columns)) throw tooLarge(file, line)
}

function isTooLarge(rows: number, columns: number): boolean {
  return rows > tableLimits.rows || columns > tableLimits.columns || rows * columns > tableLimits.cells
}

function tooLarge(file: string, line: number): SourceError {
  const { rows, columns, cells } = tableLimits
  const problem = `the table has more than ${rows} rows, ${columns} columns or ${cells / 1e6} million cells.`
  const hint = 'Export the results of this event alone, and look for a line with far too many separators.'
  return new SourceError('file_too_large', file, problem, hint, line)
}
