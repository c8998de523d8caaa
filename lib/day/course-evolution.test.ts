import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultEvent } from '../record/event.ts'
import { entryResult } from '../scoring/entry-result.ts'
import { bucketLength, courseEvolution, median } from './course-evolution.ts'
import type { RunChange } from './day-history.ts'

const event = defaultEvent('Test')
const noon = Date.UTC(2026, 4, 17, 12)
const entries = (runs: Readonly<Record<string, string[] | string[][]>>) =>
  Object.entries(runs).map(([driver_name, own]) => entryResult({ driver_name, runs: own }, event))
const runAt = (driver_name: string, run: number, minutes: number, more: Partial<RunChange> = {}): RunChange => {
  const at = noon + minutes * 60_000
  return { version: at, at, driver_name, course: 0, run, text_before: '', text: 'any', ...more }
}

test('by_run has the median difference to the own first run, without penalties, and the number of entries', () => {
  const [only, ...others] = courseEvolution(
    entries({
      Ann: ['40.000', '39.500+1', '39.000'],
      Bob: ['50.000+2', '50.100'],
      Eve: ['60.000', '59.000', '58.400'],
    }),
    [],
  )
  expect(others).toEqual([])
  expect(only).toEqual({
    course: 0,
    by_run: [
      { run: 2, difference: -500, entries: 3 },
      { run: 3, difference: -1300, entries: 2 },
    ],
    by_time: [],
  })
})

test('the first run is the first with a time; reruns and entries without a later time are left out', () => {
  const [only] = courseEvolution(
    entries({
      Ann: ['44.0+DNF', '40.000', '39+RRN', '39.000'],
      Bob: ['DNF', 'DNS'],
      Eve: ['50.000', '', '', '49.900'],
    }),
    [],
  )
  expect(only?.by_run).toEqual([{ run: 4, difference: -550, entries: 2 }])
})

test('runs are compared with the first run of the same course or day', () => {
  const runs = {
    Ann: [
      ['40.000', '41.000'],
      ['70.000', '69.000'],
    ],
    Bob: [['40.000', '42.000']],
  }
  expect(courseEvolution(entries(runs), []).map(({ by_run }) => by_run)).toEqual([
    [{ run: 2, difference: 1500, entries: 2 }],
    [{ run: 2, difference: -1000, entries: 1 }],
  ])
})

test('by_time has a point for every quarter of an hour in which at least three later runs were published', () => {
  const all = entries({
    Ann: ['40.000', '39.000', '38.000'],
    Bob: ['40.000', '39.200'],
    Eve: ['40.000', '39.400'],
    Joe: ['40.000', '39.900'],
  })
  const changes = [
    runAt('Ann', 0, 1),
    runAt('Ann', 1, 15),
    runAt('Bob', 1, 20),
    runAt('Eve', 1, 29.9),
    runAt('Joe', 1, 30),
    runAt('Ann', 2, 30),
    // The time of a correction is not the time of its run.
    runAt('Eve', 1, 40, { text_before: '39.300', text: '39.400' }),
  ]
  expect(courseEvolution(all, changes)[0]?.by_time).toEqual([{ from: noon + bucketLength, difference: -800, runs: 3 }])
})

test('a deleted run that is published again counts at its last time', () => {
  const all = entries({ Ann: ['40.000', '39.000'], Bob: ['40.000', '39.000'], Eve: ['40.000', '39.000'] })
  const changes = [
    runAt('Ann', 1, 0),
    runAt('Bob', 1, 15),
    runAt('Eve', 1, 15),
    runAt('Ann', 1, 16, { text_before: '39.000', text: '' }),
    runAt('Ann', 1, 17),
  ]
  expect(courseEvolution(all, changes)[0]?.by_time).toEqual([{ from: noon + bucketLength, difference: -1000, runs: 3 }])
})

test('course evolution is empty when no entry has a run', () => {
  expect(courseEvolution([], [])).toEqual([])
  expect(courseEvolution(entries({ Ann: [] }), [runAt('Ann', 0, 1)])).toEqual([])
})

test('at most half of the values are above the median and at most half below, and negated values negate it', () => {
  expect(median([])).toBeUndefined()
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -90_000, max: 90_000 }), { minLength: 1 }), (values) => {
      const middle = median(values) ?? Number.NaN
      const half = values.length / 2
      expect(values.filter((value) => value < middle - 0.5).length).toBeLessThanOrEqual(half)
      expect(values.filter((value) => value > middle + 0.5).length).toBeLessThanOrEqual(half)
      expect(Math.abs((median(values.map((value) => -value)) ?? 0) + middle)).toBeLessThanOrEqual(1)
    }),
  )
})

test('every median grows by what is added to all later runs', () => {
  const time = fc.integer({ min: 30_000, max: 90_000 })
  const runs = fc.array(fc.array(time, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 12 })
  const texts = (all: readonly (readonly number[])[], more: number) =>
    Object.fromEntries(
      all.map((own, name) => [`${name}`, own.map((ms, run) => ((ms + (run === 0 ? 0 : more)) / 1000).toFixed(3))]),
    )
  fc.assert(
    fc.property(runs, fc.integer({ min: 0, max: 9000 }), (all, more) => {
      const [before] = courseEvolution(entries(texts(all, 0)), [])
      const [after] = courseEvolution(entries(texts(all, more)), [])
      expect(after?.by_run).toEqual(before?.by_run.map((point) => ({ ...point, difference: point.difference + more })))
    }),
  )
})
