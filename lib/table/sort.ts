import type { AttributeValue, Driver } from '../record/driver.ts'
import { rowOrder } from './row-order.ts'
import type { SortBy, ValueIn } from './sort-by.ts'

/**
 * The rows in a new array, by each column of `sort` in turn, then by ascending `driver_name`. Blanks are last in both
 * directions. The result does not depend on the order of `rows`.
 */
export function sortRows<Row>(rows: Iterable<Row>, sort: readonly SortBy[], valueIn: ValueIn<Row>): Row[] {
  const { keyed, compare } = rowOrder(sort, valueIn)
  return Array.from(rows, keyed)
    .sort(compare)
    .map(({ row }) => row)
}

/** The drivers in a new array, sorted by their attributes as `sortRows` does. */
export function sortDrivers(drivers: Iterable<Driver>, sort: readonly SortBy[]): Driver[] {
  return sortRows(drivers, sort, attributeOf)
}

/** An own attribute of the record: not `constructor` or `__proto__`, which every object inherits. */
export function attributeOf(driver: Driver, attribute: string): AttributeValue | undefined {
  return Object.hasOwn(driver, attribute) ? driver[attribute] : undefined
}
