import { expect, test } from 'vitest'
import type { Driver } from '../record/driver.ts'
import { defaultEvent } from '../record/event.ts'
import { standingsOf } from '../standings/create-standings.ts'
import { formatEntries, missingFrom, readEntries, withEntries } from './followed-entries.ts'

const list = (...drivers: readonly Driver[]) => standingsOf(drivers, defaultEvent('Test'))
const ann: Driver = { driver_name: 'Ann', class: 'STR', number: '44' }
const proto: Driver = { driver_name: '__proto__', class: 'SS', number: '1' }
const stars = new Set(['Ann', '__proto__'])

test('followed entries that are written to the storage are read back equal', () => {
  const known = withEntries(new Map(), stars, list(ann, proto))
  expect(readEntries(formatEntries(known))).toEqual(known)
  expect(known.get('__proto__')).toEqual({ class: 'SS', number: '1' })
})

test('a removed entry keeps its class and number until it is unfollowed, and an equal map is the same object', () => {
  const known = withEntries(new Map(), stars, list(ann, proto))
  expect(withEntries(known, stars, list(proto))).toBe(known)
  expect([...withEntries(known, new Set(['Ann']), list(proto)).keys()]).toEqual(['Ann'])
})

test.each([[null], ['{'], ['{}'], ['[1,["Ann"],["Ann",1,2]]']])(
  'there are no followed entries for a storage with %s',
  (text) => {
    expect(readEntries(text).size).toBe(0)
  },
)

test('a renamed entry is found by class and number, for every spelling of the class', () => {
  const known = withEntries(new Map(), stars, list(ann, proto))
  const renamed: Driver = { driver_name: 'Anne', class: 'str', number: '44' }
  expect(missingFrom(list(renamed, proto), stars, known)).toEqual([{ driver_name: 'Ann', maybe: [renamed] }])
  expect(missingFrom(list({ ...renamed, number: '45' }, proto), stars, known)).toEqual([
    { driver_name: 'Ann', maybe: [] },
  ])
})

test('an entry is found by its name after a namesake was added or removed', () => {
  const two: readonly Driver[] = [
    { driver_name: 'Ann (SM 4)', display_name: 'Ann', class: 'SM', number: '4' },
    { driver_name: 'Ann (STR 44)', display_name: 'Ann', class: 'STR', number: '44' },
  ]
  expect(missingFrom(list(...two), new Set(['Ann']), new Map())).toEqual([{ driver_name: 'Ann', maybe: two }])
  const known = withEntries(new Map(), new Set(['Ann']), list(ann))
  expect(missingFrom(list(...two), new Set(['Ann']), known)[0]?.maybe).toEqual([two[1]])
  expect(missingFrom(list(ann), new Set(['Ann (STR 44)']), new Map())).toEqual([
    { driver_name: 'Ann (STR 44)', maybe: [ann] },
  ])
})

test('no entry is missing before there is a list, and a followed entry is no candidate', () => {
  expect(missingFrom(list(), stars, new Map())).toEqual([])
  const known = withEntries(new Map(), stars, list(ann))
  expect(missingFrom(list({ ...ann, driver_name: 'Anne' }), new Set(['Ann', 'Anne']), known)).toEqual([
    { driver_name: 'Ann', maybe: [] },
  ])
})
