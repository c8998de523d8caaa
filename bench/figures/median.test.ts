import { expect, test } from 'vitest'
import { median } from './median.ts'
import { percentile } from './percentile.ts'

test('the median of three numbers is the middle one, whatever their order', () => {
  expect(median([30, 10, 20])).toBe(20)
})

test('given missing numbers, when the median is taken, then they are left out', () => {
  expect(median([undefined, 5, Number.NaN, 7, 9])).toBe(7)
  expect(median([undefined])).toBeUndefined()
  expect(median([])).toBeUndefined()
})

test('a percentile is the smallest number with at least that share of all at or below it', () => {
  const numbers = Array.from({ length: 100 }, (_, index) => 100 - index)
  expect([0.5, 0.95, 0.99, 1].map((share) => percentile(numbers, share))).toEqual([50, 95, 99, 100])
  expect(percentile([7], 0.99)).toBe(7)
  expect(percentile([], 0.5)).toBeNaN()
})
