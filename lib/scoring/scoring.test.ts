import { expect, test } from 'vitest'
import { trophyCount } from './scoring.ts'

test.each([
  [0, 0],
  [1, 1],
  [2, 1],
  [3, 1],
  [4, 2],
  [6, 2],
  [7, 3],
  [32, 11],
])('a class of %d entries has %d trophies, a third rounded up', (entries, trophies) => {
  expect(trophyCount(entries, 'third')).toBe(trophies)
})

test('a class has no trophies when the rule is none', () => {
  expect(trophyCount(30, 'none')).toBe(0)
})

test.each([
  [0, 0],
  [1, 1],
  [2, 1],
  [3, 2],
  [4, 4],
  [50, 4],
])('the trophy table 1, 1, 2, 4 gives a class of %d entries %d', (entries, trophies) => {
  expect(trophyCount(entries, [1, 1, 2, 4])).toBe(trophies)
})
