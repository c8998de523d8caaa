import { expect, test } from 'vitest'
import { type TestEntry, testStandings } from '../standings/test-standings.fixture.ts'
import { neighbours } from './neighbours.ts'

const classes = [
  { code: 'AS', index: 0.8 },
  { code: 'BS', index: 0.75 },
]
const entries: TestEntry[] = [
  ['Ann', 'AS', ['50.000']],
  ['Bob', 'BS', ['54.000']],
  ['Cid', 'BS', ['54.000']],
  ['Dan', 'AS', ['56.000']],
  ['Eve', 'AS', ['DNF']],
]

function neighboursOf(name: string, measure: 'time' | 'indexed', settings = {}) {
  const { all, of, event } = testStandings(entries, { classes, ...settings })
  const { ahead, behind } = neighbours(of(name), measure === 'time' ? all.raw : all.pax, measure, event)
  return [ahead, behind].map((one) => one && [one.standing.driver.driver_name, one.gap, one.own])
}

test('by time the gap is that of the clock, and an entry at the same position is a neighbour with a gap of 0', () => {
  expect(neighboursOf('Bob', 'time')).toEqual([
    ['Ann', 4000, 4000],
    ['Cid', 0, 0],
  ])
  expect(neighboursOf('Ann', 'time')).toEqual([undefined, ['Bob', 4000, 4000]])
})

test('by index the gap is also given in time of the entry’s own car', () => {
  // 50.000 x 0.8 = 40.000 and 54.000 x 0.75 = 40.500: half a second that is 0.667 in Bob's car and 0.625 in Ann's.
  expect(neighboursOf('Bob', 'indexed')).toEqual([
    ['Ann', 500, 667],
    ['Cid', 0, 0],
  ])
  expect(neighboursOf('Ann', 'indexed')).toEqual([undefined, ['Bob', 500, 625]])
})

test('an entry without a position has no neighbours and is none', () => {
  expect(neighboursOf('Eve', 'time')).toEqual([undefined, undefined])
  expect(neighboursOf('Dan', 'time')[1]).toBeUndefined()
})

test('there is no gap between results of different numbers of runs', () => {
  const { all, of, event } = testStandings(
    [
      ['Ann', 'AS', ['50', '50']],
      ['Bob', 'AS', ['40']],
    ],
    { scoring: 'laps_then_time' },
  )
  expect(neighbours(of('Bob'), all.raw, 'time', event).ahead).toMatchObject({ gap: undefined, own: undefined })
})
