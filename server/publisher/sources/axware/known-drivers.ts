import type { PassMemory } from '../../memory/pass-memory.ts'
import type { HtmlCell, HtmlRow } from '../html/html-table.ts'
import { looksLikeTimes } from '../runs/column-content.ts'
import { runWarnings } from '../runs/run-warnings.ts'
import type { SourceWarning } from '../source-warning.ts'
import { type ColumnRole, columnCells } from './axware-columns.ts'
import { type AxwareHtmlEntry, readAxwareDriver } from './axware-driver.ts'
import type { DriverRows } from './axware-sections.ts'

/** An entry, and what is doubtful in its rows. */
export interface ReadDriver {
  readonly entry: AxwareHtmlEntry
  readonly doubts: readonly SourceWarning[]
  /** The rows with cells behind the last heading that hold times: runs that nobody reads. */
  readonly long: readonly HtmlRow[]
}

/** An entry, and what it was made of. */
interface KnownDriver extends ReadDriver {
  readonly cells: readonly (readonly HtmlCell[])[]
  readonly columns: readonly ColumnRole[]
  readonly isHeadless: boolean
  readonly groupName: string
  readonly groupCode: string
}

/** The entries of the last pass, by the cells of their first row. */
export type KnownDrivers = PassMemory<readonly HtmlCell[] | undefined, KnownDriver>

/** As readAxwareDriver, or what it made of the same rows of the file in the last pass. */
export function recallDriver(
  known: KnownDrivers,
  driver: DriverRows,
  file: string,
  groupCode: string,
  groupName: string,
): ReadDriver {
  const { rows, columns, isHeadless } = driver
  const make = (): KnownDriver => {
    const entry = readAxwareDriver(driver, groupCode, groupName)
    return {
      ...{ columns, isHeadless, groupCode, groupName, entry },
      cells: rows.map(({ cells }) => cells),
      doubts: runWarnings(entry.runs, entry.name, file, entry.line),
      long: rows.filter((row) => hasTimesBehind(row, columns)),
    }
  }
  const isSame = (one: KnownDriver) =>
    one.groupCode === groupCode &&
    one.groupName === groupName &&
    one.isHeadless === isHeadless &&
    one.entry.line === (rows[0]?.line ?? 0) &&
    one.cells.length === rows.length &&
    rows.every(({ cells }, index) => cells === one.cells[index]) &&
    areEqual(one.columns, columns)
  return known.recall(rows[0]?.cells, make, isSame)
}

function hasTimesBehind(row: HtmlRow, columns: readonly ColumnRole[]): boolean {
  const behind = columnCells(row).slice(columns.length)
  return behind.some((cell) => looksLikeTimes('cell', [{ cell: cell?.text ?? '' }]))
}

function areEqual(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some === others || (some.length === others.length && some.every((one, index) => one === others[index]))
}
