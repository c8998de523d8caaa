import { SourceError } from '../source-error.ts'
import type { HtmlTable } from './html-tables.ts'

/** A row of a table as people see it: one text for each column. */
export interface GridRow {
  readonly fields: readonly string[]
  /** Where it begins in the file, counted from 1. */
  readonly line: number
}

/** As many cells as no page of results has. */
export const mostCells = 1_000_000

/**
 * The rows of a table with each cell in its column. Of a cell over several columns, the first has the text and the
 * others are ''; a cell over several rows is in each of them. Throws 'unreadable' for more than a million cells.
 */
export function gridOf({ rows }: HtmlTable, file: string): readonly GridRow[] {
  const grid: GridRow[] = []
  /** By column, a text from above and the last row that has it. */
  const above: Above[] = []
  let count = 0
  rows.forEach(({ cells, line }, row) => {
    const fields: string[] = []
    for (const { text, colspan, rowspan } of cells) {
      for (let column = 0; column < colspan; column += 1) {
        while (isTaken(above[fields.length], row)) fields.push(above[fields.length]?.text ?? '')
        const shown = column === 0 ? text : ''
        if (rowspan > 1) above[fields.length] = { text: shown, last: row + rowspan - 1 }
        fields.push(shown)
      }
    }
    const end = above.findLastIndex((one) => isTaken(one, row))
    while (fields.length <= end)
      fields.push(isTaken(above[fields.length], row) ? (above[fields.length]?.text ?? '') : '')
    count += fields.length
    if (count > mostCells) throw tooManyCells(file, line)
    grid.push({ fields, line })
  })
  return grid
}

type Above = { readonly text: string; readonly last: number } | undefined

function isTaken(above: Above, row: number): boolean {
  return above !== undefined && above.last >= row
}

function tooManyCells(file: string, line: number): SourceError {
  const hint = 'Check that this is the page of results, and look for a colspan or a rowspan that is far too large.'
  return new SourceError('unreadable', file, `the table has more than ${mostCells} cells.`, hint, line)
}
