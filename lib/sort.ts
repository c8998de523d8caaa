import type { AttributeValue, Driver } from './driver.ts'
import { foldText } from './fold-text.ts'
import { compareSortKeys, compareText, type SortKey, type SortValue, sortKey } from './sort-key.ts'

/** One column that decides the order; a list of them is the first, then the second where the first ties, and so on. */
export interface SortBy {
  readonly attribute: string
  readonly direction: 'ascending' | 'descending'
}

/** What a row holds in a column. It must know `driver_name`, which decides when every column ties. */
export type ValueIn<Row> = (row: Row, attribute: string) => SortValue

/**
 * The rows in a new array, by every column of `sort` in turn, then by `driver_name` ascending whatever the directions.
 * Blanks come last in both directions. The order of `rows` never shows.
 */
export function sortRows<Row>(rows: Iterable<Row>, sort: readonly SortBy[], valueIn: ValueIn<Row>): Row[] {
  const [column, ...others] = sort
  const all = [...rows]
  if (all.length < 2) return all
  if (!column) return inNameOrder(all, valueIn)
  const sign = column.direction === 'descending' ? -1 : 1
  const keyed = all.map((row) => ({ row, key: sortKey(valueIn(row, column.attribute)) }))
  keyed.sort((a, b) => compareInColumn(a.key, b.key, sign))

  const sorted: Row[] = []
  let equals: Row[] = []
  for (const [index, { row, key }] of keyed.entries()) {
    equals.push(row)
    const next = keyed[index + 1]
    if (next && compareInColumn(key, next.key, sign) === 0) continue
    for (const equal of sortRows(equals, others, valueIn)) sorted.push(equal)
    equals = []
  }
  return sorted
}

/** Drivers by their own attributes. */
export function sortDrivers(drivers: Iterable<Driver>, sort: readonly SortBy[]): Driver[] {
  return sortRows(drivers, sort, attributeOf)
}

/** An attribute of the record itself: `constructor` and `__proto__` are not attributes of anybody. */
export function attributeOf(driver: Driver, attribute: string): AttributeValue | undefined {
  return Object.hasOwn(driver, attribute) ? driver[attribute] : undefined
}

function inNameOrder<Row>(rows: readonly Row[], valueIn: ValueIn<Row>): Row[] {
  const keyed = rows.map((row) => {
    const name = String(valueIn(row, 'driver_name') ?? '')
    return { row, name, folded: foldText(name) }
  })
  keyed.sort((a, b) => compareText(a.folded, b.folded) || compareText(a.name, b.name))
  return keyed.map(({ row }) => row)
}

function compareInColumn(a: SortKey | undefined, b: SortKey | undefined, sign: number): number {
  if (a === undefined) return b === undefined ? 0 : 1
  return b === undefined ? -1 : sign * compareSortKeys(a, b)
}
