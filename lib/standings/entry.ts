import { type Driver, displayName } from '../record/driver.ts'
import type { Event, EventClass } from '../record/event.ts'
import { type CompetingClass, competingClass } from '../scoring/class-code.ts'
import { type EntryResult, entryResult } from '../scoring/entry-result.ts'
import { compareResults, type Measure } from '../scoring/ranking.ts'
import { type KeyedRow, rowOrder } from '../table/row-order.ts'
import { attributeOf } from '../table/sort.ts'
import type { Placement, Standing } from './standing.ts'

/** One record of the list with its result and its current placement. A changed record is a new entry. */
export interface Entry extends Placement {
  readonly result: EntryResult
  readonly competes: CompetingClass
  readonly names: KeyedRow<Driver>
  /** The row of the latest step; of a new entry, the row of its old record until the step ends. */
  row: Standing | undefined
}

/** An entry without a placement yet. `row` is that of its old record. */
export function createEntry(
  driver: Driver,
  event: Event,
  classes: ReadonlyMap<string, EventClass>,
  row: Standing | undefined,
): Entry {
  return {
    result: entryResult(driver, event, classes),
    competes: competingClass(driver, classes),
    names: nameOrder.keyed(driver),
    row,
    class_code: '',
    class_position: undefined,
    pax_position: undefined,
    raw_position: undefined,
    gap_to_first: undefined,
    gap_to_next: undefined,
    fewer_than_first: undefined,
    trophy: false,
    runs_left: undefined,
  }
}

/** The order of equal entries, and of those without a time. */
const nameOrder = rowOrder<Driver>(
  ['display_name', 'class', 'number'].map((attribute) => ({ attribute, direction: 'ascending' })),
  (driver, attribute) => (attribute === 'display_name' ? displayName(driver) : attributeOf(driver, attribute)),
)

/** Best first, equal results by name: a total order. */
export function compareEntries(a: Entry, b: Entry, measure: Measure): number {
  return compareResults(a.result, b.result, measure) || nameOrder.compare(a.names, b.names)
}

/** The rows of entries, in their order; `before` if it has the very same rows. */
export function rowsOf(entries: readonly Entry[], before: readonly Standing[] = []): readonly Standing[] {
  if (entries.length === before.length && entries.every(({ row }, index) => row === before[index])) return before
  const rows: Standing[] = []
  for (const { row } of entries) if (row) rows.push(row)
  return rows
}
