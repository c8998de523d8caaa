import type { AttributeValue, Driver } from './driver.ts'
import { rowOrder } from './row-order.ts'
import type { SortValue } from './sort-key.ts'

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
  const { keyed, compare } = rowOrder(sort, valueIn)
  return Array.from(rows, keyed)
    .sort(compare)
    .map(({ row }) => row)
}

/** Drivers by their own attributes. */
export function sortDrivers(drivers: Iterable<Driver>, sort: readonly SortBy[]): Driver[] {
  return sortRows(drivers, sort, attributeOf)
}

/** An attribute of the record itself: `constructor` and `__proto__` are not attributes of anybody. */
export function attributeOf(driver: Driver, attribute: string): AttributeValue | undefined {
  return Object.hasOwn(driver, attribute) ? driver[attribute] : undefined
}
