import { expect, test } from 'vitest'
import { findRunColumns, readRuns } from './run-columns.ts'

const runsOf = (row: Record<string, string>) => readRuns(row, findRunColumns(Object.keys(row)))

test.each([
  ['Run 1', 'Pen 1'],
  ['Run 1', 'Run 1 Pen'],
  ['Run1', 'Pen1'],
  ['RUN 1', 'PEN. 1'],
  ['R1', 'R1 Penalty'],
  ['Run 1 Time', 'Run 1 Cones'],
])('the columns %s and %s are read as one run', (time, penalty) => {
  expect(runsOf({ [penalty]: '2', [time]: '40.516' })).toEqual(['40.516+2'])
})

test('runs are sorted by number: run 10 is after run 9', () => {
  expect(runsOf({ 'Run 10': '41.0', 'Run 9': '42.0', 'Run 2': '43.0' })).toEqual(['43.0', '42.0', '41.0'])
})

test.each([
  ['Day 1 Run 1', 'Day 2 Run 1', 'Day 2 Pen 1'],
  ['D1 Run 1', 'D2 Run 1', 'D2 Run 1 Pen'],
  ['D1R1', 'D2R1', 'D2 Pen 1'],
  ['Course 1 Run 1', 'Course 2 Run 1', 'Course 2 Run 1 Penalty'],
])('the columns %s and %s are runs of two days', (first, second, penalty) => {
  expect(runsOf({ [second]: '41.0', [penalty]: 'dnf', [first]: '' })).toEqual([[], ['41.0+DNF']])
})

test('the cell of a time may include its penalty', () => {
  expect(runsOf({ 'Run 1': ' 40.357+1', 'Pen 1': '', 'Run 2': '50.192(1)' })).toEqual(['40.357+1', '50.192+1'])
})

test('columns with similar names are no runs', () => {
  expect(runsOf({ 'Best Run': '2', 'Run Heat': '1', 'Raw Time': '40.1', 'Runs Day1': '3', 'Rerun 1': '1' })).toEqual([])
})
