import assert from 'node:assert/strict'
import type { Driver, Drivers } from '../../record/driver.ts'

/** What a record says, whatever the order of its attributes; worked out without the code that the laws are about. */
export function textOf(driver: Driver): string {
  return JSON.stringify(Object.entries(driver).sort(byFirst))
}

/** What a list says, whatever its order; a driver under another's name is told as such. */
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
