import { expect, test } from 'vitest'
import { eventSchema } from '../../../lib/record/event.ts'
import { standingsOf } from '../../../lib/standings/create-standings.ts'
import { arrangeRuns, runColumns } from './run-columns.ts'

test.each([
  [1, 4, 1],
  [4, 4, 1],
  [5, 5, 1],
  [6, 4, 2],
  [10, 5, 2],
  [12, 4, 3],
])('%i runs have %i columns and %i lines', (runs, columns, lines) => {
  expect(arrangeRuns(runs)).toEqual({ columns, lines })
})

const of = (settings: object, ...runs: (string[] | string[][])[]) =>
  runColumns(
    standingsOf(
      runs.map((own, index) => ({ driver_name: `${index}`, runs: own })),
      eventSchema.parse({ title: 'Test', ...settings }),
    ),
  )

test('given entries without runs, then every row has one line of runs from the start', () => {
  expect(of({}, [], [])).toEqual({ columns: 4, lines: 1, labels: 1, tight: undefined })
})

test('given one entry with a fifth run, then all rows have five columns', () => {
  expect(of({}, ['40'], ['40', '41', '42', '43', '44'])).toEqual({ columns: 5, lines: 1, labels: 5, tight: 2 })
})

test('given the number of runs to come, then their room is there before they are driven', () => {
  expect(of({ runs_per_entry: 6 }, ['40'])).toEqual({ columns: 4, lines: 2, labels: 0, tight: undefined })
})

test('given two courses, then every row has a line for each of them', () => {
  expect(of({}, [['40'], ['41']], [['40'], []])).toEqual({ columns: 4, lines: 2, labels: 1, tight: undefined })
})

test('given a race of forty laps, then a row begins with the room of six lines', () => {
  expect(of({ runs_per_entry: 40 }, ['40'])).toEqual({ columns: 5, lines: 6, labels: 0, tight: 1 })
})

test('given times with minutes, then three runs have three columns, and four are as narrow as can be', () => {
  expect(of({ time_format: 'minutes' }, ['62', '63', '64'])).toEqual({
    ...{ columns: 3, lines: 1, labels: 3 },
    tight: undefined,
  })
  expect(of({ time_format: 'minutes' }, ['62', '63', '64', '65'])).toEqual({
    ...{ columns: 4, lines: 1, labels: 4 },
    tight: 2,
  })
})
