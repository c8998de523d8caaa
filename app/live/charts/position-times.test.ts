import { expect, test } from 'vitest'
import { positionTimes, valuesAtTimes } from './position-times.ts'

const momentsAt = (...times: readonly (number | undefined)[]) => times.map((at) => ({ at, positions: [] }))
const minute = 60_000

test.each([
  ['at this moment', 50 * minute],
  ['an hour before', 110 * minute],
  ['by a clock that was set back', 10 * minute],
])('given a last change %s, then no x value lies in the future, and they never go back', (_when, now) => {
  const times = positionTimes(momentsAt(undefined, 20 * minute, 30 * minute, 50 * minute), now)
  expect(Math.max(...times)).toBe(Math.max(now, 50 * minute))
  expect(times).toEqual([...times].sort((a, b) => a - b))
})

test('given a change of this moment, then its new position has a line that ends at the present', () => {
  const times = positionTimes(momentsAt(undefined, 20 * minute, 60 * minute), 60 * minute)
  expect(times).toEqual([18, 19, 20, 58, 59, 60].map((one) => one * minute))
})

test('given moments, then there are two x values for each after the first, and one for the present', () => {
  const moments = momentsAt(undefined, 20 * minute, 30 * minute)
  expect(positionTimes(moments, 60 * minute)).toEqual([18, 19, 20, 29, 30, 60].map((one) => one * minute))
  expect(valuesAtTimes([3, 2, 1])).toEqual([3, 3, 2, 2, 1, 1])
  expect(positionTimes(momentsAt(undefined), 60 * minute)).toEqual([])
})
