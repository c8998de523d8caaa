import { expect, test } from 'vitest'
import { batchesOf } from './batches.ts'

const titles = ['one', 'other', 'third']
const casesOf = (title: string, cases: number) =>
  [...batchesOf(titles, cases, 1)].filter((batch) => batch.title === title).reduce((sum, batch) => sum + batch.cases, 0)

test.each([
  [1, [1, 0, 0]],
  [3, [1, 1, 1]],
  [1_000_000, [333_334, 333_333, 333_333]],
])('%i cases are spread evenly over three properties', (cases, expected) => {
  expect(titles.map((title) => casesOf(title, cases))).toEqual(expected)
})

test('every batch has a different seed, and equal seeds give equal batches', () => {
  const seeds = (seed: number) => [...batchesOf(titles, 100_000, seed)].map((batch) => batch.seed)
  expect(new Set([...seeds(1), ...seeds(2)]).size).toBe(2 * seeds(1).length)
  expect(seeds(1)).toEqual(seeds(1))
  expect(seeds(1).every((seed) => Number.isInteger(seed) && Math.abs(seed) <= 2 ** 31)).toBe(true)
})
