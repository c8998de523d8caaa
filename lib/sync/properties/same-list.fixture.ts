import assert from 'node:assert/strict'
import type { Driver, Drivers } from '../../record/driver.ts'

/** The content of a record, whatever the order of its attributes. It does not use the code under test. */
export function textOf(driver: Driver): string {
  return JSON.stringify(Object.entries(driver).sort(byFirst))
}

/** The content of a list, whatever the order of its drivers. It shows a record under a wrong name. */
export function listText(drivers: Drivers): string {
  return [...drivers]
    .map(([name, driver]) => `${JSON.stringify(name)}: ${textOf(driver)}`)
    .sort()
    .join('\n')
}

export function assertSameList(actual: Drivers, expected: Drivers | undefined): void {
  assert.equal(listText(actual), expected && listText(expected))
}

function byFirst([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1
}
