import { expect, test } from 'vitest'
import { diffDrivers } from '../list/diff.ts'
import { byName, type Driver } from '../record/driver.ts'
import { defaultEvent, type Event, eventSchema } from '../record/event.ts'
import { type DayList, followDay, mostRunChanges, type RunChange } from './day-history.ts'

const spring = eventSchema.parse({ title: 'Spring', date: '4 May' })

function list(version: number, drivers: readonly Driver[], event: Event = spring): DayList {
  return { version, at: version * 1000, drivers: byName(drivers), event }
}

function follow(lists: readonly DayList[], known: readonly RunChange[] = []): readonly RunChange[] {
  return lists.slice(1).reduce((changes, after, index) => {
    const before = lists[index] ?? after
    return followDay(changes, before, diffDrivers(before.drivers, after.drivers), after)
  }, known)
}

const ann = (...runs: string[]): Driver => ({ driver_name: 'Ann', class: 'SS', number: '4', runs })
const bob = (...runs: string[]): Driver => ({ driver_name: 'Bob', class: 'SS', number: '5', runs })
const short = (changes: readonly RunChange[]) =>
  changes.map(({ at, driver_name, run, text_before, text }) => [at, driver_name, run, text_before, text])

test('runs, corrections, and runs that were taken away, with when', () => {
  const changes = follow([
    list(1, [ann('40.000'), bob()]),
    list(2, [ann('40.000', '39.000'), bob()]),
    list(3, [ann('40.000', '39.000+1'), bob('41.000')]),
    list(4, [ann('40.000'), bob('41.000')]),
  ])
  expect(short(changes)).toEqual([
    [2000, 'Ann', 1, '', '39.000'],
    [3000, 'Ann', 1, '39.000', '39.000+1'],
    [3000, 'Bob', 0, '', '41.000'],
    [4000, 'Ann', 1, '39.000+1', ''],
  ])
  expect(changes[0]).toEqual({
    ...{ version: 2, at: 2000, driver_name: 'Ann', course: 0, run: 1, text_before: '', text: '39.000' },
  })
})

test('a list that says nothing new of runs leaves the changes as they are', () => {
  const known = follow([list(1, [ann()]), list(2, [ann('40.000')])])
  expect(follow([list(2, [ann('40.000')]), list(3, [{ ...ann('40.000'), car: 'MX-5' }])], known)).toBe(known)
})

test('who comes later comes with runs that were driven since; who leaves takes theirs along', () => {
  const came = follow([list(1, [ann('40.000')]), list(2, [ann('40.000'), bob('41.000')])])
  expect(short(came)).toEqual([[2000, 'Bob', 0, '', '41.000']])
  expect(follow([list(2, [ann('40.000'), bob('41.000')]), list(3, [ann('40.000')])], came)).toEqual([])
})

test('who is found under another name, with the same class and number, keeps what happened', () => {
  const changes = follow([
    list(1, [ann(), bob()]),
    list(2, [ann('40.000'), bob()]),
    list(3, [{ ...ann('40.000', '39.000'), driver_name: 'Ann (SS 4)', class: 'ss' }, bob()]),
  ])
  expect(short(changes)).toEqual([
    [2000, 'Ann (SS 4)', 0, '', '40.000'],
    [3000, 'Ann (SS 4)', 1, '', '39.000'],
  ])
})

test('even when everybody has another name', () => {
  const named = (driver: Driver): Driver => ({ ...driver, driver_name: `${driver.driver_name}!` })
  const changes = follow([
    list(1, [ann(), bob()]),
    list(2, [ann('40.000'), bob()]),
    list(3, [named(ann('40.000')), named(bob())]),
  ])
  expect(short(changes)).toEqual([[2000, 'Ann!', 0, '', '40.000']])
})

test('two who have the same class and number are not taken for each other', () => {
  const twin: Driver = { ...ann('50.000'), driver_name: 'Twin' }
  const changes = follow([
    list(1, [ann(), { ...twin, runs: [] }, bob()]),
    list(2, [ann('40.000'), { ...twin, runs: [] }, bob()]),
    list(3, [{ ...ann('40.000'), driver_name: 'Ann 1' }, { ...twin, driver_name: 'Twin 2' }, bob()]),
  ])
  expect(short(changes)).toEqual([
    [3000, 'Ann 1', 0, '', '40.000'],
    [3000, 'Twin 2', 0, '', '50.000'],
  ])
})

const morning = [list(1, [ann(), bob()]), list(2, [ann('40.000'), bob('41.000')])]

test.each<[string, DayList]>([
  ['a list in which nobody of the list before is', list(3, [{ driver_name: 'Eve', runs: ['40.000'] }])],
  ['a list without any run', list(3, [ann(), bob('')])],
  ['an event of another title and date', list(3, [ann('39.000')], eventSchema.parse({ title: 'May', date: '11 May' }))],
  ['an event of another title, where dates are not said', list(3, [ann('39.000')], defaultEvent('Autumn'))],
  ['an empty list', list(3, [])],
])('a day begins anew with %s', (_what, after) => {
  const before =
    after.event?.date === undefined ? morning.map((one) => ({ ...one, event: defaultEvent('May') })) : morning
  expect(follow(before)).toHaveLength(2)
  expect(follow([...before, after])).toEqual([])
})

test.each<[string, Partial<Event>]>([
  ['a title that is put right', { title: 'Spring 2026' }],
  ['a date that is put right', { date: '5 May' }],
  ['results that become final', { state: 'final' }],
])('the day goes on with %s', (_what, change) => {
  expect(follow([...morning, list(3, [ann('40.000'), bob('41.000')], { ...spring, ...change })])).toHaveLength(2)
})

test('the first list has no time, and neither has the first after an empty one', () => {
  expect(follow([list(1, []), list(2, [ann('40.000')])])).toEqual([])
})

test('a driver may be called __proto__', () => {
  const proto = (...runs: string[]): Driver => ({ driver_name: '__proto__', runs })
  expect(short(follow([list(1, [proto()]), list(2, [proto('40.000')])]))).toEqual([
    [2000, '__proto__', 0, '', '40.000'],
  ])
})

test('the newest are kept, and not more than are good for memory', () => {
  const change = { version: 1, at: 1, driver_name: 'Ann', course: 0, run: 0, text_before: '', text: '1.000' }
  const many = Array.from({ length: mostRunChanges }, () => change)
  const changes = follow([list(1, [bob()]), list(2, [bob('41.000')])], many)
  expect(changes).toHaveLength(mostRunChanges)
  expect(changes.at(-1)?.driver_name).toBe('Bob')
})
