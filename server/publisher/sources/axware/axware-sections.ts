import type { HtmlRow, HtmlTable } from '../html/html-table.ts'
import { type ColumnRole, columnCells, columnsByEvidence, columnsByHeadings } from './axware-columns.ts'
import { type AxwareGroup, readAxwareGroup } from './axware-group.ts'
import { identifiesEntry, isOfAnotherEntry, textOfFirst } from './axware-rows.ts'

/** The one to four rows of a driver, and what their columns hold. */
export interface DriverRows {
  readonly columns: readonly ColumnRole[]
  readonly rows: readonly HtmlRow[]
  /** The page is damaged: the row with name, class and number is missing. */
  readonly isHeadless: boolean
}

/** Drivers who are ranked together. */
export interface AxwareSection {
  readonly group: AxwareGroup | undefined
  readonly drivers: readonly DriverRows[]
  readonly line: number
}

type Columns = readonly ColumnRole[] | undefined
type OpenDriver = Omit<DriverRows, 'rows'> & { rows: HtmlRow[] }
type OpenSection = Omit<AxwareSection, 'drivers'> & { drivers: OpenDriver[] }

/**
 * Splits a table into classes, and these into drivers; empty for a table without results. A class begins with a
 * heading, a ruler, an anchor to which the page links (`links`), or where positions begin again.
 */
export function readAxwareSections(table: HtmlTable, links: ReadonlySet<string>): readonly AxwareSection[] {
  const sections: OpenSection[] = []
  const begin = (group: AxwareGroup | undefined, line: number) => sections.push({ group, drivers: [], line })
  let columns = firstColumns(table)
  for (const row of table.rows) {
    const group = readAxwareGroup(row)
    const anchored = anchoredGroup(row, links)
    if (group || anchored || isRuler(row)) begin(group ?? anchored, row.line)
    if (group && row.cells.length > 1) columns = columnsByHeadings(row.cells, true) ?? columns
    if (isHeadings(row) && !group) columns = columnsByHeadings(row.cells, false)
    else if (columns && !group) {
      if (sections.length === 0) begin(undefined, row.line)
      addRow(sections.at(-1), row, columns)
    }
  }
  return sections
    .flatMap(splitWherePositionsBegin)
    .filter(({ group, drivers }) => drivers.length > 0 || group?.promised !== undefined)
}

// In a table with headings, the rows above them are no results.
function firstColumns({ rows }: HtmlTable): Columns {
  return rows.some(isHeadings) ? undefined : columnsByEvidence(rows)
}

function addRow(section: OpenSection | undefined, row: HtmlRow, columns: readonly ColumnRole[]): void {
  const cells = columnCells(row)
  if (cells.length < 5 || !section) return
  const last = section.drivers.at(-1)
  if (identifiesEntry(cells, columns)) section.drivers.push({ columns, rows: [row], isHeadless: false })
  else if (isOfAnotherEntry(cells, columns, last)) section.drivers.push({ columns, rows: [row], isHeadless: true })
  else last?.rows.push(row)
}

/** An anchor in front of a row names its class where the page links to it. */
function anchoredGroup({ before: { anchor } }: HtmlRow, links: ReadonlySet<string>): AxwareGroup | undefined {
  return anchor !== undefined && links.has(anchor) ? { code: anchor, name: '', promised: undefined } : undefined
}

function isHeadings(row: HtmlRow): boolean {
  return row.cells.length > 2 && row.cells.every((cell) => cell.header)
}

function isRuler(row: HtmlRow): boolean {
  return row.before.hasRuler || (row.cells.length < 2 && row.cells.every((cell) => cell.text === ''))
}

/** Some pages lack the ruler between the last class and novices: below no heading, a second first is of another one. */
function splitWherePositionsBegin(section: AxwareSection): readonly AxwareSection[] {
  if (section.group?.promised !== undefined) return [section]
  const parts: OpenSection[] = [{ ...section, drivers: [] }]
  let before: DriverRows | undefined
  for (const driver of section.drivers) {
    const isFirst = Number.parseInt(textOfFirst(driver, 'position'), 10) === 1
    const isOtherClass =
      before && textOfFirst(before, 'class').toLowerCase() !== textOfFirst(driver, 'class').toLowerCase()
    if (isFirst && isOtherClass) parts.push({ group: undefined, drivers: [], line: driver.rows[0]?.line ?? 0 })
    parts.at(-1)?.drivers.push({ ...driver, rows: [...driver.rows] })
    if (!driver.isHeadless) before = driver
  }
  return parts
}
