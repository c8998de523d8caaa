import { expect, test } from 'vitest'
import { type TestEntry, testStandings } from '../standings/test-standings.fixture.ts'
import { headToHead } from './head-to-head.ts'

const entries: TestEntry[] = [
  ['Ann', 'AS', ['50.000', 'DNF', '52.000', '49.000+1']],
  ['Bob', 'AS', ['50.500', '51.000', '52.000']],
  ['Cid', 'BS', ['53.000', '54.000']],
  ['Dan', 'XY', ['50.100']],
]
const classes = [
  { code: 'AS', index: 0.8 },
  { code: 'BS', index: 0.75 },
]

function duel(own: string, rival: string, rankedBy: 'time' | 'indexed' = 'time') {
  const { of, event } = testStandings(entries, { classes })
  const { measure, duels, won, lost, equal } = headToHead(of(own), of(rival), rankedBy, event)
  return [measure, duels.map(({ difference }) => difference), won, lost, equal]
}

test('two entries of one class are compared by time, run by run, without a winner where one has no time', () => {
  expect(duel('Ann', 'Bob')).toEqual(['time', [-500, undefined, 0, undefined], 1, 0, 1])
  expect(duel('Bob', 'Ann')).toEqual(['time', [500, undefined, 0, undefined], 0, 1, 1])
})

test('entries of two classes, or of one ranked by index, are compared by indexed time if both have an index', () => {
  // 50.000 x 0.8 = 40.000; 53.000 x 0.75 = 39.750.
  expect(duel('Ann', 'Cid')).toEqual(['indexed', [250, undefined, undefined, undefined], 0, 1, 0])
  expect(duel('Ann', 'Bob', 'indexed')[0]).toBe('indexed')
  expect(duel('Ann', 'Dan')).toEqual(['time', [-100, undefined, undefined, undefined], 1, 0, 0])
})
