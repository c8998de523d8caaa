import { expect, test } from 'vitest'
import { testStandings } from '../../../lib/standings/test-standings.fixture.ts'
import { chartedClass } from './charted-class.ts'

const { all } = testStandings([
  ['Ann', 'SS', ['40']],
  ['Bob', 'STR', ['41']],
  ['Cid', 'SM', ['42']],
  ['Dan', 'SM', ['43']],
])

test.each<[string, string, readonly string[], string | undefined, string]>([
  ['a class in the address', 'ss', ['Bob'], 'Cid', 'SS'],
  ['a followed entry', '', ['Bob'], 'Ann', 'STR'],
  ['a followed entry that is no longer in the list', '', ['Zoe', 'Bob'], 'Ann', 'STR'],
  ['a last car', '', [], 'Ann', 'SS'],
  ['a last car that is no longer in the list', '', [], 'Zoe', 'SM'],
  ['no car yet', '', [], undefined, 'SM'],
  ['an unknown class in the address', 'XX', [], 'Ann', 'SS'],
])('given %s, then the charts show its class, else the next best one', (_what, code, stars, last, expected) => {
  expect(chartedClass(all, code, stars, last)?.code).toBe(expected)
})
