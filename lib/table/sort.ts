import type { AttributeValue, Driver } from '../record/driver.ts'
import { rowOrder } from './row-order.ts'
import type { SortBy, ValueIn } from './sort-by.ts'

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
