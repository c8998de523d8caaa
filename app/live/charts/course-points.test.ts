import { expect, test } from 'vitest'
import { bucketLength } from '../../../lib/day/course-evolution.ts'
import { linesByRun, linesByTime } from './course-points.ts'

const runs = (...entries: readonly number[]) =>
  entries.map((count, index) => ({ run: index + 2, difference: -100 * (index + 1), entries: count }))
const course = { course: 0, by_run: runs(9, 3, 2), by_time: [] }
const from = 40 * bucketLength
const timed = {
  course: 0,
  by_run: [],
  by_time: [0, 1].map((at) => ({ from: from + at * bucketLength, difference: -5, runs: 3 })),
}

test('given a median of two entries, then a faint line leads to it, and the plain line ends before it', () => {
  const { x, lines } = linesByRun([course]) ?? { x: [], lines: [] }
  expect(x).toEqual([1, 2, 3, 4])
  expect(lines.map(({ weight, values }) => [weight, values])).toEqual([
    ['plain', [0, -100, -200, undefined]],
    ['faint', [undefined, undefined, -200, -300]],
  ])
})

test('given medians of three entries and more, then there is one plain line', () => {
  expect(linesByRun([{ ...course, by_run: runs(9, 3) }])?.lines.map(({ weight }) => weight)).toEqual(['plain'])
  expect(linesByRun([{ ...course, by_run: [] }])).toBeUndefined()
})

test.each([
  ['has just begun', 1000, 1000],
  ['is half over', bucketLength / 2, bucketLength / 2],
  ['is nearly over', bucketLength - 1000, bucketLength / 2],
])('given a quarter of an hour that %s, then its point is not in the future', (_when, since, expected) => {
  const begun = from + bucketLength
  expect(linesByTime([timed], begun + since)?.x).toEqual([from + bucketLength / 2, begun + expected])
})
