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

test('new, corrected and deleted runs are changes with the time of their list', () => {
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

test('a list without changed runs keeps the changes of the day', () => {
  const known = follow([list(1, [ann()]), list(2, [ann('40.000')])])
  expect(follow([list(2, [ann('40.000')]), list(3, [{ ...ann('40.000'), car: 'MX-5' }])], known)).toBe(known)
})

test('an added entry adds its runs, and a removed entry removes its changes', () => {
  const changes = follow([list(1, [ann('40.000')]), list(2, [ann('40.000'), bob('41.000')])])
  expect(short(changes)).toEqual([[2000, 'Bob', 0, '', '41.000']])
  expect(follow([list(2, [ann('40.000'), bob('41.000')]), list(3, [ann('40.000')])], changes)).toEqual([])
})

test('an entry with a new name keeps its changes when its class and number are equal', () => {
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

test('entries keep their changes when all of them have new names', () => {
  const named = (driver: Driver): Driver => ({ ...driver, driver_name: `${driver.driver_name}!` })
  const changes = follow([
    list(1, [ann(), bob()]),
    list(2, [ann('40.000'), bob()]),
    list(3, [named(ann('40.000')), named(bob())]),
  ])
  expect(short(changes)).toEqual([[2000, 'Ann!', 0, '', '40.000']])
})

test('two renamed entries with the same class and number are added, not renamed', () => {
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
  ['a list without any entry of the list before', list(3, [{ driver_name: 'Eve', runs: ['40.000'] }])],
  ['a list without any run', list(3, [ann(), bob('')])],
  ['an event of another title and date', list(3, [ann('39.000')], eventSchema.parse({ title: 'May', date: '11 May' }))],
  ['an event of another title, without dates', list(3, [ann('39.000')], defaultEvent('Autumn'))],
  ['an empty list', list(3, [])],
])('another day begins with %s', (_what, after) => {
  const before =
    after.event?.date === undefined ? morning.map((one) => ({ ...one, event: defaultEvent('May') })) : morning
  expect(follow(before)).toHaveLength(2)
  expect(follow([...before, after])).toEqual([])
})

test.each<[string, Partial<Event>]>([
  ['a corrected title', { title: 'Spring 2026' }],
  ['a corrected date', { date: '5 May' }],
  ['results that become final', { state: 'final' }],
])('the day goes on with %s', (_what, change) => {
  expect(follow([...morning, list(3, [ann('40.000'), bob('41.000')], { ...spring, ...change })])).toHaveLength(2)
})

test('the first list has no changes, even after an empty one', () => {
  expect(follow([list(1, []), list(2, [ann('40.000')])])).toEqual([])
})

test('__proto__ is an ordinary name', () => {
  const proto = (...runs: string[]): Driver => ({ driver_name: '__proto__', runs })
  expect(short(follow([list(1, [proto()]), list(2, [proto('40.000')])]))).toEqual([
    [2000, '__proto__', 0, '', '40.000'],
  ])
})

test('only the newest changes are kept when there are more than the limit', () => {
  const change = { version: 1, at: 1, driver_name: 'Ann', course: 0, run: 0, text_before: '', text: '1.000' }
  const many = Array.from({ length: mostRunChanges }, () => change)
  const changes = follow([list(1, [bob()]), list(2, [bob('41.000')])], many)
  expect(changes).toHaveLength(mostRunChanges)
  expect(changes.at(-1)?.driver_name).toBe('Bob')
})
