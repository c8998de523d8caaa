import { createNoMemory, type PassMemory } from '../../memory/pass-memory.ts'
import { SourceError } from '../source-error.ts'
import type { HtmlCell, HtmlTable } from './html-table.ts'

/** A row of a table as people see it: one text for each column. */
export interface GridRow {
  readonly fields: readonly string[]
  /** Where it begins in the file, counted from 1. */
  readonly line: number
}

/** The fields of rows that share no cell with others, by their cells. */
export type KnownFields = PassMemory<readonly HtmlCell[], readonly string[]>

/** As many cells as no page of results has. */
export const mostCells = 1_000_000

/**
 * The rows of a table with each cell in its column. Of a cell over several columns, the first has the text and the
 * others are ''; a cell over several rows is in each of them. Throws 'unreadable' for more than a million cells.
 */
export function gridOf({ rows }: HtmlTable, file: string, known: KnownFields = createNoMemory()): readonly GridRow[] {
  const grid: GridRow[] = []
  /** By column, a text from above and the last row that has it. */
  const above: Above[] = []
  let count = 0
  /** The last row that has a text from above. */
  let shared = -1
  const fieldsOf = (cells: readonly HtmlCell[], row: number): readonly string[] => {
    if (row > shared && cells.every(({ rowspan }) => rowspan === 1))
      return known.recall(cells, () => plainFields(cells))
    const fields: string[] = []
    for (const { text, colspan, rowspan } of cells) {
      for (let column = 0; column < colspan; column += 1) {
        while (isTaken(above[fields.length], row)) fields.push(above[fields.length]?.text ?? '')
        const shown = column === 0 ? text : ''
        if (rowspan > 1) above[fields.length] = { text: shown, last: row + rowspan - 1 }
        shared = Math.max(shared, row + rowspan - 1)
        fields.push(shown)
      }
    }
    const end = above.findLastIndex((one) => isTaken(one, row))
    while (fields.length <= end)
      fields.push(isTaken(above[fields.length], row) ? (above[fields.length]?.text ?? '') : '')
    return fields
  }
  rows.forEach(({ cells, line }, row) => {
    const fields = fieldsOf(cells, row)
    count += fields.length
    if (count > mostCells) throw tooManyCells(file, line)
    grid.push({ fields, line })
  })
  return grid
}

/** Of a row that shares no cell with others. */
function plainFields(cells: readonly HtmlCell[]): readonly string[] {
  return cells.flatMap(({ text, colspan }) => [text, ...Array.from({ length: colspan - 1 }, () => '')])
}

type Above = { readonly text: string; readonly last: number } | undefined

function isTaken(above: Above, row: number): boolean {
  return above !== undefined && above.last >= row
}

function tooManyCells(file: string, line: number): SourceError {
  const hint = 'Check that this is the page of results, and look for a colspan or a rowspan that is far too large.'
  return new SourceError('unreadable', file, `the table has more than ${mostCells} cells.`, hint, line)
}
