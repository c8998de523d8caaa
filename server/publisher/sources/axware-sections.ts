import { type ColumnRole, columnCells, columnsByEvidence, columnsByHeadings } from './axware-columns.ts'
import { type AxwareGroup, readAxwareGroup } from './axware-group.ts'
import type { HtmlRow, HtmlTable } from './html-tables.ts'

/** The one to four rows that one driver has, and what their columns hold. */
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

/** Cuts a table into its classes, and these into drivers; no sections where the table holds no results. */
export function readAxwareSections(table: HtmlTable): readonly AxwareSection[] {
  const sections: {
    group: AxwareGroup | undefined
    drivers: { columns: readonly ColumnRole[]; rows: HtmlRow[] }[]
    line: number
  }[] = []
  let columns: readonly ColumnRole[] | undefined
  for (const row of table.rows) {
    const group = readAxwareGroup(row)
    const section = sections.at(-1)
    if (group || isRuler(row)) {
      sections.push({ group, drivers: [], line: row.line })
      if (row.cells.length > 1) columns = columnsByHeadings(row.cells, true) ?? columns
    } else if (isHeadings(row)) {
      columns = columnsByHeadings(row.cells, false)
      if (!columns) return []
    } else {
      columns ??= columnsByEvidence(table.rows)
      if (!columns) continue
      const current = section ?? { group: undefined, drivers: [], line: row.line }
      if (!section) sections.push(current)
      const kind = rowKind(row, columns)
      if (kind === 'driver') current.drivers.push({ columns, rows: [row] })
      if (kind === 'more') current.drivers.at(-1)?.rows.push(row)
    }
  }
  return sections.filter(({ group, drivers }) => drivers.length > 0 || group?.promised !== undefined)
}

function isHeadings(row: HtmlRow): boolean {
  return row.cells.length > 2 && row.cells.every((cell) => cell.header)
}

function isRuler(row: HtmlRow): boolean {
  return row.cells.length < 2 && row.cells.every((cell) => cell.text === '')
}

/** A driver's first row says who it is; the rows below it leave that blank. */
function rowKind(row: HtmlRow, columns: readonly ColumnRole[]): 'driver' | 'more' | 'neither' {
  const cells = columnCells(row)
  const has = (role: ColumnRole) => columns.some((one, at) => one === role && (cells[at]?.text ?? '') !== '')
  if (cells.length < 5) return 'neither'
  if (!has('position') && !has('class') && !has('number')) return 'more'
  return has('name') ? 'driver' : 'neither'
}
