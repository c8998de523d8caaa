import { expect, test } from 'vitest'
import { defaultEvent } from '../record/event.ts'
import { testStandings } from '../standings/test-standings.fixture.ts'
import type { SortBy } from '../table/sort-by.ts'
import { sortValueOf, tableColumns } from './result-columns.ts'
import { runOf } from './run-of.ts'
import { runCounts, shownColumns, wideColumns } from './wide-columns.ts'

const columns = tableColumns(defaultEvent('Test'), { cars: true, index: true, courses: 1 })
const by = (attribute: string): readonly SortBy[] => [{ attribute, direction: 'ascending' }]
const attributes = (counts: readonly number[], sort: readonly SortBy[] = []) =>
  wideColumns(columns, counts, sort).map(({ attribute }) => attribute)
const { of } = testStandings([['Ann', 'SS', ['41.0', 'DNF', '40.5']]])

test('given entries with up to three runs, then the table has a column for each run beside the result', () => {
  expect(attributes([3])).toEqual(
    ['raw_position', 'class', 'number', 'driver', 'total', 'run_1_1', 'run_1_2', 'run_1_3'].concat(
      ...['position', 'indexed', 'pax_position', 'gap', 'car'],
    ),
  )
  expect(wideColumns(columns, [3], []).flatMap(({ title, place }) => (place ? [title] : []))).toEqual([
    'R1',
    'R2',
    'R3',
  ])
})

test.each([
  ['position', 'position'],
  ['gap', 'position'],
  ['indexed', 'pax_position'],
  ['pax_position', 'pax_position'],
  ['total', 'raw_position'],
  ['car', 'raw_position'],
])('given a table sorted by %s, then its first column is %s, and no column is missing', (sorted, first) => {
  expect(attributes([2], by(sorted))[0]).toBe(first)
  expect(attributes([2], by(sorted)).toSorted()).toEqual(attributes([2]).toSorted())
})

test('given two courses, then the title of a run has its course', () => {
  const titles = wideColumns(columns, [1, 2], []).flatMap(({ title, place }) => (place ? [title] : []))
  expect(titles).toEqual(['C1 R1', 'C2 R1', 'C2 R2'])
})

test('given no run yet, or more laps than fit, then all runs stay in one column', () => {
  expect(attributes([]).filter((attribute) => attribute.startsWith('run'))).toEqual(['runs'])
  expect(attributes([60]).filter((attribute) => attribute.startsWith('run'))).toEqual(['runs'])
})

test('runCounts has the most runs of any entry, course by course', () => {
  expect(runCounts([of('Ann'), { runs: [[], of('Ann').runs[0] ?? []] }])).toEqual([3, 3])
  expect(runCounts([])).toEqual([])
  expect([runCounts([], 4), runCounts([of('Ann')], 4), runCounts([of('Ann')], 2)]).toEqual([[4], [4], [3]])
})

test('a column of runs sorts by the time of its run, and has none for a missing run', () => {
  expect([1, 2, 3, 4].map((run) => sortValueOf(of('Ann'), `run_1_${run}`))).toEqual([
    41_000,
    undefined,
    40_500,
    undefined,
  ])
  expect(runOf(of('Ann'), 'run_1_2')?.text).toBe('DNF')
})

test('given hidden columns, then the others are shown, and always the driver', () => {
  expect(shownColumns(columns, ['driver', 'car', 'unknown']).map(({ attribute }) => attribute)).toEqual(
    columns.map(({ attribute }) => attribute).filter((attribute) => attribute !== 'car'),
  )
})
