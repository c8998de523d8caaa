import type { HtmlCell, HtmlRow, HtmlTable } from '../html/html-tables.ts'
import { type ColumnRole, columnCells, columnsByEvidence, columnsByHeadings } from './axware-columns.ts'
import { type AxwareGroup, readAxwareGroup } from './axware-group.ts'

/** The one to four rows of a driver, and what their columns hold. */
export interface DriverRows {
  readonly columns: readonly ColumnRole[]
  readonly rows: readonly HtmlRow[]
}

/** Drivers who are ranked together. */
export interface AxwareSection {
  readonly group: AxwareGroup | undefined
  readonly drivers: readonly DriverRows[]
  readonly line: number
}

type Columns = readonly ColumnRole[] | undefined
type OpenSection = Omit<AxwareSection, 'drivers'> & { drivers: { columns: readonly ColumnRole[]; rows: HtmlRow[] }[] }

/** Splits a table into classes, and these into drivers; empty for a table without results. */
export function readAxwareSections(table: HtmlTable): readonly AxwareSection[] {
  const sections: OpenSection[] = []
  const begin = (group: AxwareGroup | undefined, line: number) => sections.push({ group, drivers: [], line })
  let columns = firstColumns(table)
  for (const row of table.rows) {
    const group = readAxwareGroup(row)
    if (group || isRuler(row)) begin(group, row.line)
    if (group && row.cells.length > 1) columns = columnsByHeadings(row.cells, true) ?? columns
    if (isHeadings(row) && !group) columns = columnsByHeadings(row.cells, false)
    else if (columns && !group) {
      if (sections.length === 0) begin(undefined, row.line)
      addRow(sections.at(-1), row, columns)
    }
  }
  return sections.filter(({ group, drivers }) => drivers.length > 0 || group?.promised !== undefined)
}

// In a table with headings, the rows above them are no results.
function firstColumns({ rows }: HtmlTable): Columns {
  return rows.some(isHeadings) ? undefined : columnsByEvidence(rows)
}

/** Position, class and number are in the first row of a driver only. */
function addRow(section: OpenSection | undefined, row: HtmlRow, columns: readonly ColumnRole[]): void {
  const cells = columnCells(row)
  const identifies = (cell: HtmlCell | undefined, at: number) => cell?.text && identity.has(columns[at] ?? 'other')
  if (cells.length < 5) return
  if (cells.some(identifies)) section?.drivers.push({ columns, rows: [row] })
  else section?.drivers.at(-1)?.rows.push(row)
}

// Without the name: it can be missing, and the car can be below it.
const identity: ReadonlySet<ColumnRole> = new Set(['position', 'class', 'number'])

function isHeadings(row: HtmlRow): boolean {
  return row.cells.length > 2 && row.cells.every((cell) => cell.header)
}

function isRuler(row: HtmlRow): boolean {
  return row.cells.length < 2 && row.cells.every((cell) => cell.text === '')
}
