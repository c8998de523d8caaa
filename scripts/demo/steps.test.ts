import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openDataFolder } from '../../server/publisher/files/data-folder.ts'
import { readEvent } from '../../server/publisher/render/event-file.ts'
import { readRuns } from '../../server/publisher/sources/runs/read-runs.ts'
import { findRunColumns } from '../../server/publisher/sources/runs/run-columns.ts'
import { columnsNamed } from '../../server/publisher/sources/table-column.ts'
import { type Grid, type GridStep, gridText, readGrid, withoutRuns, withStep } from '../../testing/event/grid.ts'
import { describeStep } from './describe-step.ts'
import { withResults } from './results.ts'
import { demoSteps } from './steps.ts'

const example = fileURLToPath(new URL('../../data', import.meta.url))
const text = readFileSync(`${example}/live.rgg`, 'utf8').replace(/\r?\n/g, '\r\n')
const finished = readGrid(text)

/** The grid after each step, the empty one first. */
function history(steps: readonly GridStep[]): readonly Grid[] {
  const grids = [withoutRuns(finished)]
  for (const step of steps) grids.push(withStep(grids.at(-1) ?? finished, step))
  return grids
}

const columns = findRunColumns(columnsNamed(finished.header), finished.rows)
const runsOf = (grid: Grid) => grid.rows.map((row) => readRuns(row, columns).join())

test('the grid of the example is written byte for byte as it was read', () => {
  expect(gridText(finished)).toBe(text)
})

test('each step changes the runs of exactly one driver, and the last grid is the finished example', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const grids = history(demoSteps(finished, seed))
      const lists = grids.map(runsOf)
      for (const [index, after] of lists.entries()) {
        const before = lists[index - 1] ?? after
        const changed = after.filter((runs, row) => runs !== before[row])
        expect(changed).toHaveLength(index === 0 ? 0 : 1)
      }
      expect(grids.at(-1)).toEqual(finished)
    }),
    { numRuns: 20 },
  )
})

test('the last file of the demo equals the example byte for byte, computed columns included', () => {
  const event = readEvent(openDataFolder(example), 'event.yaml')
  if (event.kind !== 'read') throw new Error(event.problem.message)
  const last = history(demoSteps(finished, 1)).at(-1)
  expect(last && gridText(withResults(last, event.event))).toBe(text)
  const empty = withResults(withoutRuns(finished), event.event)
  expect(empty.rows[0]).toMatchObject({ Total: 'dns', 'Raw Time': '', 'Raw Pos.': '', 'Diff.': '', 'Pax Time': '' })
})

test('equal seeds give equal steps, different seeds different ones', () => {
  expect(demoSteps(finished, 7)).toEqual(demoSteps(finished, 7))
  expect(demoSteps(finished, 7)).not.toEqual(demoSteps(finished, 8))
})

test('the runs of a driver are in order, and a rerun is called in before the run that replaces it', () => {
  const row = finished.rows.findIndex((cells) => cells['Last Name'] === 'Conceição')
  const own = demoSteps(finished, 3).filter((step) => step.row === row)
  expect(own.map(({ run }) => run).filter((run, index, runs) => run !== runs[index - 1])).toEqual([1, 2, 3, 4, 5])
  expect(own.filter(({ run }) => run === 3).map(({ penalty }) => penalty)).toEqual(['', 'RERUN'])
})

test('some cones are called in later, and their steps are described as corrections', () => {
  const steps = demoSteps(finished, 1)
  const grids = history(steps)
  const lines = steps.map((step, index) => describeStep(grids[index] ?? finished, step))
  expect(lines).toContain('#44 Ian O’Malley STR  run 3  43.700')
  expect(lines.some((line) => /run 2 {2}\d+\.\d+\+1 {2}corrected, was \d+\.\d+$/.test(line))).toBe(true)
  expect(lines.some((line) => /\+RRN {2}corrected, was/.test(line))).toBe(true)
})
