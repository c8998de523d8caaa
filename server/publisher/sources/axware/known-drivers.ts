import type { PassMemory } from '../../memory/pass-memory.ts'
import type { HtmlCell } from '../html/html-table.ts'
import type { ColumnRole } from './axware-columns.ts'
import { type AxwareHtmlEntry, readAxwareDriver } from './axware-driver.ts'
import type { DriverRows } from './axware-sections.ts'

/** What an entry was made of, and the entry. */
interface KnownDriver {
  readonly cells: readonly (readonly HtmlCell[])[]
  readonly columns: readonly ColumnRole[]
  readonly isHeadless: boolean
  readonly groupName: string
  readonly groupCode: string
  readonly entry: AxwareHtmlEntry
}

/** The entries of the last pass, by the cells of their first row. */
export type KnownDrivers = PassMemory<readonly HtmlCell[] | undefined, KnownDriver>

/** As readAxwareDriver, or the entry that it made of the same rows in the last pass. */
export function recallDriver(
  known: KnownDrivers,
  driver: DriverRows,
  groupCode: string,
  groupName: string,
): AxwareHtmlEntry {
  const { rows, columns, isHeadless } = driver
  const make = (): KnownDriver => ({
    ...{ columns, isHeadless, groupCode, groupName },
    cells: rows.map(({ cells }) => cells),
    entry: readAxwareDriver(driver, groupCode, groupName),
  })
  const isSame = (one: KnownDriver) =>
    one.groupCode === groupCode &&
    one.groupName === groupName &&
    one.isHeadless === isHeadless &&
    one.entry.line === (rows[0]?.line ?? 0) &&
    areEqual(
      one.cells,
      rows.map(({ cells }) => cells),
    ) &&
    areEqual(one.columns, columns)
  return known.recall(rows[0]?.cells, make, isSame).entry
}

function areEqual(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some === others || (some.length === others.length && some.every((one, index) => one === others[index]))
}
