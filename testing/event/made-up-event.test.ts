import { expect, test } from 'vitest'
import { readAxwareGrid } from '../../server/publisher/sources/axware/axware-grid.ts'
import { seededRandom } from '../seeded-random.ts'
import { gridText, withStep } from './grid.ts'
import { classCount, eventText, makeGrid, nextRun } from './made-up-event.ts'

test.each([140, 1300, 10_000])('%i made-up entries have unique names, and unique classes with numbers', (size) => {
  const { rows } = makeGrid(size)
  expect(rows).toHaveLength(size)
  const names = new Set(rows.map((row) => `${row['First Name']} ${row['Last Name']}`))
  expect(names.size).toBe(size)
  expect(new Set(rows.map((row) => `${row.Class} ${row.Number}`)).size).toBe(size)
  expect(new Set(rows.map((row) => row.Class)).size).toBe(classCount(size))
})

test('a made-up event of 140 entries has 24 classes and one of 1,300 has 80, each with an index', () => {
  expect([classCount(140), classCount(1300)]).toEqual([24, 80])
  expect(eventText(1300).match(/index: 0\.\d{3}/g)).toHaveLength(80)
})

test('equal sizes make equal grids, and the grid reader reads every run', () => {
  expect(gridText(makeGrid(140))).toBe(gridText(makeGrid(140)))
  const { entries } = readAxwareGrid(gridText(makeGrid(140)), 'live.rgg')
  expect(entries).toHaveLength(140)
  expect(entries.every(({ runs }) => runs.length >= 3 && runs.every((run) => /^\d+\.\d{3}/.test(`${run}`)))).toBe(true)
})

test('an early entry has one run and every other entry at least three', () => {
  const { rows } = makeGrid(140, 8)
  expect(rows.slice(0, 8).every((row) => row['Run 1'] && !row['Run 2'])).toBe(true)
  expect(rows.slice(8).every((row) => row['Run 3'])).toBe(true)
})

test('each next run changes one run of one row, and the sixth is replaced when all are driven', () => {
  const random = seededRandom(1)
  let grid = makeGrid(140)
  const runs: number[] = []
  for (let count = 0; count < 5; count += 1) {
    const step = nextRun(grid, 7, random)
    const after = withStep(grid, step)
    expect(after.rows.filter((row, index) => row !== grid.rows[index])).toHaveLength(1)
    expect(after.rows[7]?.[`Run ${step.run}`]).not.toBe(grid.rows[7]?.[`Run ${step.run}`])
    runs.push(step.run)
    grid = after
  }
  expect(runs.at(-1)).toBe(6)
  expect(runs.at(-2)).toBe(6)
})
