import { expect, test } from 'vitest'
import { testStandings } from '../../lib/standings/test-standings.fixture.ts'
import { gapAheadWords } from './gap-words.ts'

const { all, of } = testStandings([
  ['Ann', 'SS', ['40.000']],
  ['Bob', 'SS', ['40.060']],
  ['Cid', 'SS', ['40.060']],
  ['Dan', 'SS', ['41.000']],
  ['Eve', 'SS', []],
])

test.each([
  ['Ann', ''],
  ['Bob', '0.060 to 1st'],
  ['Cid', '0.060 to 1st'],
  ['Dan', '0.940 to 2nd'],
  ['Eve', ''],
])('given two that share the second place, then the gap ahead of %s reads "%s"', (name, words) => {
  expect(gapAheadWords(of(name), all)).toBe(words)
})
