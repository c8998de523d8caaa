import type { HtmlCell, HtmlRow } from '../html/html-table.ts'
import { type ColumnRole, columnCells } from './axware-columns.ts'

type Cells = readonly (HtmlCell | undefined)[]
type Columns = readonly ColumnRole[]

interface EntryAbove {
  readonly rows: readonly HtmlRow[]
  readonly isHeadless: boolean
}

// Without the name: it can be missing, and the car can be below it.
const identity: ReadonlySet<ColumnRole> = new Set(['position', 'class', 'number'])

/** Position, class and number are in the first row of an entry only. */
export function identifiesEntry(cells: Cells, columns: Columns): boolean {
  return cells.some((cell, at) => Boolean(cell?.text) && identity.has(columns[at] ?? 'other'))
}

/**
 * Whether a row without position, class and number is of an entry whose first row is missing, and not of the entry
 * above: there is none, its day is there already, or a car stands below the name a second time.
 */
export function isOfAnotherEntry(cells: Cells, columns: Columns, above: EntryAbove | undefined): boolean {
  const day = textBelow(cells, columns, 'day')
  if (!above) return day !== '' || textBelow(cells, columns, 'run') !== ''
  const rows = above.rows.map(columnCells)
  const last = rows.map((row) => textBelow(row, columns, 'day')).findLast((one) => one !== '')
  if (day !== '' && last !== undefined) return dayNumber(day) <= dayNumber(last)
  const hasCar = !columns.includes('car') && textBelow(cells, columns, 'name') !== ''
  const belowName = above.isHeadless ? rows : rows.slice(1)
  return hasCar && belowName.some((row) => textBelow(row, columns, 'name') !== '')
}

/** The number in `D2` or `Day 2`; 0 for none. */
export function dayNumber(day: string): number {
  return Number(/\d{1,2}/.exec(day)?.[0] ?? 0)
}

/** The text of the first row of an entry below a column. */
export function textOfFirst(
  { columns, rows }: { readonly columns: Columns; readonly rows: readonly HtmlRow[] },
  role: ColumnRole,
): string {
  return rows[0] ? textBelow(columnCells(rows[0]), columns, role) : ''
}

/** The first text of a row below a column of this kind; '' for none. */
export function textBelow(cells: Cells, columns: Columns, role: ColumnRole): string {
  return cells.find((cell, at) => columns[at] === role && cell?.text)?.text ?? ''
}
