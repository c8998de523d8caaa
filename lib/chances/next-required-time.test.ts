import { expect, test } from 'vitest'
import { type TestEntry, testStandings } from '../standings/test-standings.fixture.ts'
import { nextRequiredTime } from './next-required-time.ts'

const entered: TestEntry[] = [
  ['Ann', 'SS', ['40.000']],
  ['Bob', 'SS', ['40.500']],
  ['Cid', 'SS', ['41.000', '42.000']],
  ['Dan', 'ST', ['50.000']],
]

function next(name: string, entries: readonly TestEntry[] = entered, settings = {}) {
  const { all, of } = testStandings(entries, settings)
  return nextRequiredTime(of(name), all)
}

test('an entry that does not lead needs the time for the nearest position ahead, and by how much to improve', () => {
  expect(next('Cid')).toMatchObject({
    kind: 'required_time',
    required: { position: { place: 2 }, run: 40_499, improvement: 501 },
  })
})

test('a leader leads by the gap to the next position, by 0 if shared, and by no time if alone in class', () => {
  expect(next('Ann')).toEqual({ kind: 'leads', by: 500 })
  expect(next('Dan')).toEqual({ kind: 'leads', by: undefined })
  expect(next('Ann', [...entered, ['Eve', 'SS', ['40.000']]])).toEqual({ kind: 'leads', by: 0 })
})

test('an entry without runs left has no required time', () => {
  expect(next('Cid', entered, { runs_per_entry: 2 })).toEqual({ kind: 'nothing' })
})
