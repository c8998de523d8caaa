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

test('a gap in a car’s own seconds is the gap divided by its factor, to the nearest thousandth', () => {
  expect(ownSeconds(80, fractionOf(0.8))).toBe(100)
  expect(ownSeconds(1, fractionOf(0.8))).toBe(1)
  expect(ownSeconds(2, fractionOf(0.8))).toBe(3)
  expect(ownSeconds(0, fractionOf(0.8))).toBe(0)
  expect(ownSeconds(113, fractionOf(1))).toBe(113)
})

test('own seconds come back as the gap they were, within the thousandth that rounding takes', () => {
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

test('every run has its indexed time; the best one that of the result, also where it was published', () => {
  const own = resultOf({ class: 'SS', runs: ['50.000', '49.000+1', 'DNF', '60+RRN'] })
  expect(own.runs[0]?.map((run) => indexedRun(own, run, event))).toEqual([40_000, 40_800, undefined, undefined])
  const published = resultOf({ class: 'SS', runs: ['50.000', '51.000'], published_indexed: '40.001' })
  expect(published.runs[0]?.map((run) => indexedRun(published, run, event))).toEqual([40_001, 40_800])
})

test('without an index the factor is the one that the published time implies, if there is one', () => {
  const published = resultOf({ class: 'XY', runs: ['50.000', '60.000'], published_indexed: '45.000' })
  expect(published.runs[0]?.map((run) => indexedRun(published, run, event))).toEqual([45_000, 54_000])
  expect(ownFactor(resultOf({ class: 'XY', runs: ['50.000'] }), event)).toBeUndefined()
})
