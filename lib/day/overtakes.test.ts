import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Driver } from '../record/driver.ts'
import { defaultEvent } from '../record/event.ts'
import { standingsOf } from '../standings/create-standings.ts'
import { passesOf } from './overtakes.ts'

const event = defaultEvent('Test')
type Times = Readonly<Record<string, string>>

/** Everybody in one class, with one run each; '' is none. */
const stand = (times: Times, code = 'SS') =>
  standingsOf(
    Object.entries(times).map(([driver_name, time]): Driver => ({ driver_name, class: code, runs: [time] })),
    event,
  )
const names = (name: string, before: Times, after: Times, stars: readonly string[] = []) => {
  const { passed, passed_by } = passesOf(name, stand(before), stand(after), new Set(stars))
  const keys = (list: typeof passed) => list.map(({ driver }) => driver.driver_name)
  return { passed: keys(passed), passed_by: keys(passed_by) }
}

test('passing is from behind to ahead', () => {
  const before = { Ann: '42', Bob: '41', Cid: '40' }
  expect(names('Ann', before, { ...before, Ann: '40.5' })).toEqual({ passed: ['Bob'], passed_by: [] })
  expect(names('Bob', before, { ...before, Ann: '40.5' })).toEqual({ passed: [], passed_by: ['Ann'] })
  expect(names('Cid', before, { ...before, Ann: '40.5' })).toEqual({ passed: [], passed_by: [] })
})

test('who has no time is behind who has one; to share a place is no passing', () => {
  expect(names('Ann', { Ann: '', Bob: '41' }, { Ann: '40', Bob: '41' })).toEqual({ passed: ['Bob'], passed_by: [] })
  expect(names('Ann', { Ann: '', Bob: '' }, { Ann: '40', Bob: '' })).toEqual({ passed: [], passed_by: [] })
  expect(names('Ann', { Ann: '42', Bob: '41' }, { Ann: '41', Bob: '41' })).toEqual({ passed: [], passed_by: [] })
})

test('those followed come first, then the best placed', () => {
  const before = { Ann: '50', Bob: '41', Cid: '42', Dan: '43' }
  expect(names('Ann', before, { ...before, Ann: '40' }, ['Dan']).passed).toEqual(['Dan', 'Bob', 'Cid'])
})

test('who came, left or changed the class was not passed', () => {
  expect(names('Ann', { Ann: '42', Bob: '41' }, { Ann: '40', Cid: '43' })).toEqual({ passed: [], passed_by: [] })
  expect(names('Eve', { Ann: '42' }, { Ann: '40' })).toEqual({ passed: [], passed_by: [] })
  const moved = passesOf('Ann', stand({ Ann: '42', Bob: '41' }), stand({ Ann: '40', Bob: '41' }, 'SM'), new Set())
  expect(moved).toEqual({ passed: [], passed_by: [] })
})

test('whoever passed somebody was the one that passed them, and nobody passes both ways', () => {
  const time = fc.constantFrom('', '40', '41', '42', '43', 'DNF')
  const times = fc.record({ Ann: time, Bob: time, Cid: time, Dan: time })
  fc.assert(
    fc.property(times, times, (before, after) => {
      for (const one of Object.keys(before)) {
        const { passed, passed_by } = names(one, before, after)
        for (const other of passed) expect(names(other, before, after).passed_by).toContain(one)
        for (const other of passed_by) expect(names(other, before, after).passed).toContain(one)
        expect(passed.filter((other) => passed_by.includes(other))).toEqual([])
      }
    }),
  )
})
