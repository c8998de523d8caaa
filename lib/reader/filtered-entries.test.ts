import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Driver } from '../record/driver.ts'
import { eventSchema } from '../record/event.ts'
import { standingsOf } from '../standings/create-standings.ts'
import { createSearch, matchesSearch } from '../table/search.ts'
import { shownDrivers } from './filtered-entries.ts'

const event = eventSchema.parse({ title: 'Test', classes: [{ code: 'SS' }, { code: 'NSS', group: 'N' }] })
const drivers: Driver[] = [
  { driver_name: 'Ann', class: 'ss' },
  { driver_name: 'Zoë', class: 'SS' },
  { driver_name: 'Bob', class: 'NSS' },
  { driver_name: 'Cid', class: 'AS', group: 'ss' },
  { driver_name: '__proto__' },
]
const all = standingsOf(drivers, event)

function shown(classCode: string, search: string): string[] {
  const them = shownDrivers(all, { classCode, search }, createSearch())
  const found = drivers.filter((driver) => them.has(driver))
  expect(them.size).toBe(found.length)
  return found.map(({ driver_name }) => driver_name)
}

test.each([
  ['', '', ['Ann', 'Zoë', 'Bob', 'Cid', '__proto__']],
  ['', '  ', ['Ann', 'Zoë', 'Bob', 'Cid', '__proto__']],
  ['sS', '', ['Ann', 'Zoë', 'Cid']],
  ['SS', 'zoe', ['Zoë']],
  ['N', '', ['Bob']],
  ['NSS', '', []],
  ['', 'nobody', []],
  ['', 'zoe', ['Zoë']],
])('of class %j, the search %j shows %j', (classCode, search, expected) => {
  expect(shown(classCode, search)).toEqual(expected)
})

test('a record of another list is not shown', () => {
  const other = { driver_name: 'Ann', class: 'ss' }
  for (const search of ['', 'ann'])
    expect(shownDrivers(all, { classCode: '', search }, createSearch()).has(other)).toBe(false)
})

test('it is who competes in the class and matches the search', () => {
  fc.assert(
    fc.property(fc.constantFrom('', 'ss', 'N', 'x'), fc.constantFrom('', 'a', 'zo', 'ss', 'o b'), (code, search) => {
      const inClass = all.raw.filter(({ class_code }) => code === '' || class_code.toLowerCase() === code.toLowerCase())
      const expected = inClass.map(({ driver }) => driver).filter((driver) => matchesSearch(driver, search))
      expect(new Set(shown(code, search))).toEqual(new Set(expected.map(({ driver_name }) => driver_name)))
    }),
  )
})
