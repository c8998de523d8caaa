import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Driver } from '../record/driver.ts'
import { eventSchema } from '../record/event.ts'
import { classesByCode } from './class-code.ts'
import { entryResult } from './entry-result.ts'
import { fractionOf, multiplyTime } from './indexed-time.ts'
import { indexedRun, ownFactor, ownSeconds } from './own-factor.ts'

const event = eventSchema.parse({ title: 'Test', classes: [{ code: 'SS', index: 0.8 }] })
const resultOf = (driver: Partial<Driver>) =>
  entryResult({ driver_name: 'Ann', ...driver }, event, classesByCode(event))

test('ownSeconds is the gap divided by the factor, rounded to whole milliseconds', () => {
  expect(ownSeconds(80, fractionOf(0.8))).toBe(100)
  expect(ownSeconds(1, fractionOf(0.8))).toBe(1)
  expect(ownSeconds(2, fractionOf(0.8))).toBe(3)
  expect(ownSeconds(0, fractionOf(0.8))).toBe(0)
  expect(ownSeconds(113, fractionOf(1))).toBe(113)
})

test('own seconds times the factor are the gap again, within 1 ms of rounding', () => {
  const factor = fc.integer({ min: 500, max: 1200 }).map((thousandths) => fractionOf(thousandths / 1000))
  fc.assert(
    fc.property(fc.nat({ max: 600_000 }), factor, (gap, own) => {
      expect(Math.abs(multiplyTime(ownSeconds(gap, own), own, { index_rounding: 'round' }) - gap)).toBeLessThanOrEqual(
        1,
      )
    }),
    { numRuns: 1000 },
  )
})

test('each run with a time has an indexed time, and the best run has that of the result, also a published one', () => {
  const own = resultOf({ class: 'SS', runs: ['50.000', '49.000+1', 'DNF', '60+RRN'] })
  expect(own.runs[0]?.map((run) => indexedRun(own, run, event))).toEqual([40_000, 40_800, undefined, undefined])
  const published = resultOf({ class: 'SS', runs: ['50.000', '51.000'], published_indexed: '40.001' })
  expect(published.runs[0]?.map((run) => indexedRun(published, run, event))).toEqual([40_001, 40_800])
})

test('the factor of an entry without an index is that of its published time, or undefined without one', () => {
  const published = resultOf({ class: 'XY', runs: ['50.000', '60.000'], published_indexed: '45.000' })
  expect(published.runs[0]?.map((run) => indexedRun(published, run, event))).toEqual([45_000, 54_000])
  expect(ownFactor(resultOf({ class: 'XY', runs: ['50.000'] }), event)).toBeUndefined()
})
