import { expect, test } from 'vitest'
import { standingsOf, type TestEntry } from '../standings/stand.fixture.ts'
import { neighbours } from './neighbours.ts'

const classes = [
  { code: 'AS', index: 0.8 },
  { code: 'BS', index: 0.75 },
]
const field: TestEntry[] = [
  ['Ann', 'AS', ['50.000']],
  ['Bob', 'BS', ['54.000']],
  ['Cid', 'BS', ['54.000']],
  ['Dan', 'AS', ['56.000']],
  ['Eve', 'AS', ['DNF']],
]

function next(name: string, measure: 'time' | 'indexed', settings = {}) {
  const { all, of, event } = standingsOf(field, { classes, ...settings })
  const { ahead, behind } = neighbours(of(name), measure === 'time' ? all.raw : all.pax, measure, event)
  return [ahead, behind].map((one) => one && [one.standing.driver.driver_name, one.gap, one.own])
}

test('by time the gap is the clock’s, and who shares the place is a neighbour without one', () => {
  expect(next('Bob', 'time')).toEqual([
    ['Ann', 4000, 4000],
    ['Cid', 0, 0],
  ])
  expect(next('Ann', 'time')).toEqual([undefined, ['Bob', 4000, 4000]])
})

test('by the index the gap is told in seconds of the entry’s own car', () => {
  // 50.000 x 0.8 = 40.000 and 54.000 x 0.75 = 40.500: half a second that is 0.667 in Bob's car and 0.625 in Ann's.
  expect(next('Bob', 'indexed')).toEqual([
    ['Ann', 500, 667],
    ['Cid', 0, 0],
  ])
  expect(next('Ann', 'indexed')).toEqual([undefined, ['Bob', 500, 625]])
})

test('who has no place has no neighbours, and is nobody’s', () => {
  expect(next('Eve', 'time')).toEqual([undefined, undefined])
  expect(next('Dan', 'time')[1]).toBeUndefined()
})

test('between more runs and fewer there is no gap', () => {
  const { all, of, event } = standingsOf(
    [
      ['Ann', 'AS', ['50', '50']],
      ['Bob', 'AS', ['40']],
    ],
    { scoring: 'laps_then_time' },
  )
  expect(neighbours(of('Bob'), all.raw, 'time', event).ahead).toMatchObject({ gap: undefined, own: undefined })
})
