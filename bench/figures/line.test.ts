import { expect, test } from 'vitest'
import { lineThrough } from './line.ts'

test('given two points, the line goes through both', () => {
  const line = lineThrough([
    { x: 500, y: 14 },
    { x: 2000, y: 32 },
  ])
  expect(line?.slope).toBeCloseTo(0.012, 10)
  expect(line?.fixed).toBeCloseTo(8, 10)
})

test('given more points, the line is the one of least squares', () => {
  const points = [0, 1, 2, 3].map((x) => ({ x, y: 5 + 2 * x + (x % 2 === 0 ? 1 : -1) }))
  const line = lineThrough(points)
  expect(line?.slope).toBeCloseTo(1.6, 10)
  expect(line?.fixed).toBeCloseTo(5.6, 10)
})

test('given no points, one point or points with the same x, there is no line', () => {
  expect(lineThrough([])).toBeUndefined()
  expect(lineThrough([{ x: 3, y: 4 }])).toBeUndefined()
  expect(lineThrough([3, 9].map((y) => ({ x: 3, y })))).toBeUndefined()
})
