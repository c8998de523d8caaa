import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Driver } from '../record/driver.ts'
import { defaultEvent } from '../record/event.ts'
import { standingsOf } from '../standings/create-standings.ts'
import { overtakesOf } from './overtakes.ts'

const event = defaultEvent('Test')
type Times = Readonly<Record<string, string>>

/** The standings of one class with one run for each entry; '' is none. */
const standingsWith = (times: Times, code = 'SS') =>
  standingsOf(
    Object.entries(times).map(([driver_name, time]): Driver => ({ driver_name, class: code, runs: [time] })),
    event,
  )
const names = (name: string, before: Times, after: Times, stars: readonly string[] = []) => {
  const { overtook, overtaken_by } = overtakesOf(name, standingsWith(before), standingsWith(after), new Set(stars))
  const keys = (list: typeof overtook) => list.map(({ driver }) => driver.driver_name)
  return { overtook: keys(overtook), overtaken_by: keys(overtaken_by) }
}

test('an entry overtakes another one by moving from behind it to ahead of it', () => {
  const before = { Ann: '42', Bob: '41', Cid: '40' }
  expect(names('Ann', before, { ...before, Ann: '40.5' })).toEqual({ overtook: ['Bob'], overtaken_by: [] })
  expect(names('Bob', before, { ...before, Ann: '40.5' })).toEqual({ overtook: [], overtaken_by: ['Ann'] })
  expect(names('Cid', before, { ...before, Ann: '40.5' })).toEqual({ overtook: [], overtaken_by: [] })
})

test('an entry without a time is behind entries with one, and a shared position is no overtake', () => {
  expect(names('Ann', { Ann: '', Bob: '41' }, { Ann: '40', Bob: '41' })).toEqual({
    overtook: ['Bob'],
    overtaken_by: [],
  })
  expect(names('Ann', { Ann: '', Bob: '' }, { Ann: '40', Bob: '' })).toEqual({ overtook: [], overtaken_by: [] })
  expect(names('Ann', { Ann: '42', Bob: '41' }, { Ann: '41', Bob: '41' })).toEqual({ overtook: [], overtaken_by: [] })
})

test('followed entries are first, the others by position', () => {
  const before = { Ann: '50', Bob: '41', Cid: '42', Dan: '43' }
  expect(names('Ann', before, { ...before, Ann: '40' }, ['Dan']).overtook).toEqual(['Dan', 'Bob', 'Cid'])
})

test('entries that were added, removed or moved to another class are in no overtake', () => {
  expect(names('Ann', { Ann: '42', Bob: '41' }, { Ann: '40', Cid: '43' })).toEqual({ overtook: [], overtaken_by: [] })
  expect(names('Eve', { Ann: '42' }, { Ann: '40' })).toEqual({ overtook: [], overtaken_by: [] })
  const moved = overtakesOf(
    'Ann',
    standingsWith({ Ann: '42', Bob: '41' }),
    standingsWith({ Ann: '40', Bob: '41' }, 'SM'),
    new Set(),
  )
  expect(moved).toEqual({ overtook: [], overtaken_by: [] })
})

test('each overtake is in the lists of both entries, and none is in both directions', () => {
  const time = fc.constantFrom('', '40', '41', '42', '43', 'DNF')
  const times = fc.record({ Ann: time, Bob: time, Cid: time, Dan: time })
  fc.assert(
    fc.property(times, times, (before, after) => {
      for (const one of Object.keys(before)) {
        const { overtook, overtaken_by } = names(one, before, after)
        for (const other of overtook) expect(names(other, before, after).overtaken_by).toContain(one)
        for (const other of overtaken_by) expect(names(other, before, after).overtook).toContain(one)
        expect(overtook.filter((other) => overtaken_by.includes(other))).toEqual([])
      }
    }),
  )
})
