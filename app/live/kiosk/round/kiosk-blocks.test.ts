import { expect, test } from 'vitest'
import { type TestEntry, testStandings } from '../../../../lib/standings/test-standings.fixture.ts'
import { kioskBlocks } from './kiosk-blocks.ts'

const entries: TestEntry[] = [
  ['Ann', 'SS', ['40.0']],
  ['Bob', 'SS', []],
  ['Cy', 'STR', ['DNF']],
  ['Di', 'SM', ['39.0']],
]
const classes = [{ code: 'SS', name: 'Super Street', index: 0.8 }]
const { all } = testStandings(entries, { classes })
const before = testStandings(
  entries.map(([name, code]): TestEntry => [name, code, []]),
  { classes },
).all

const shown = (view: 'class' | 'pax' | 'raw', classCode = '', standings = all) =>
  kioskBlocks(standings, { view, classCode }).map(({ code, rows }) => [code, rows.length])

test('given classes with times, then each has a block with all its entries, and a class without a time has none', () => {
  expect(shown('class')).toEqual([
    ['SS', 2],
    ['SM', 1],
  ])
})

test('given no time at all, then every class has a block', () => {
  expect(shown('class', '', before)).toEqual([
    ['SS', 2],
    ['SM', 1],
    ['STR', 1],
  ])
})

test('given a chosen class, then it alone has a block, whatever the case of its code, even without a time', () => {
  expect(shown('class', 'ss')).toEqual([['SS', 2]])
  expect(shown('class', 'STR')).toEqual([['STR', 1]])
  expect(shown('class', 'none')).toEqual([])
})

test('given a ranking, then one block has all entries, or those of the chosen class', () => {
  expect(shown('raw')).toEqual([['Raw', 4]])
  expect(shown('pax', 'ss')).toEqual([['PAX', 2]])
  expect(shown('pax', 'none')).toEqual([])
})
