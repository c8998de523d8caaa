import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Driver } from '../record/driver.ts'
import { eventSchema } from '../record/event.ts'
import { standingsOf } from '../standings/create-standings.ts'
import { createSearch, matchesSearch } from '../table/search.ts'
import { filterEntries } from './filtered-entries.ts'

const event = eventSchema.parse({ title: 'Test', classes: [{ code: 'SS' }, { code: 'NSS', group: 'N' }] })
const drivers: Driver[] = [
  { driver_name: 'Ann', class: 'ss' },
  { driver_name: 'Zoë', class: 'SS' },
  { driver_name: 'Bob', class: 'NSS' },
  { driver_name: 'Cid', class: 'AS', group: 'ss' },
  { driver_name: '__proto__' },
]
const all = standingsOf(drivers, event)

function filtered(classCode: string, search: string): string[] {
  const entries = filterEntries(all, { classCode, search }, createSearch())
  const found = drivers.filter((driver) => entries.has(driver))
  expect(entries.size).toBe(found.length)
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
])('class %j and search %j filter the list to %j', (classCode, search, expected) => {
  expect(filtered(classCode, search)).toEqual(expected)
})

test('an equal record of another list is not among the filtered entries', () => {
  const other = { driver_name: 'Ann', class: 'ss' }
  for (const search of ['', 'ann'])
    expect(filterEntries(all, { classCode: '', search }, createSearch()).has(other)).toBe(false)
})

test('filtered entries are those that compete in the class and match the search', () => {
  fc.assert(
    fc.property(fc.constantFrom('', 'ss', 'N', 'x'), fc.constantFrom('', 'a', 'zo', 'ss', 'o b'), (code, search) => {
      const inClass = all.raw.filter(({ class_code }) => code === '' || class_code.toLowerCase() === code.toLowerCase())
      const expected = inClass.map(({ driver }) => driver).filter((driver) => matchesSearch(driver, search))
      expect(new Set(filtered(code, search))).toEqual(new Set(expected.map(({ driver_name }) => driver_name)))
    }),
  )
})
