import { expect, test } from 'vitest'
import { formatFigure, formatRatio } from './format-figure.ts'

test('a figure has three digits, or all digits before the point', () => {
  expect([0.0341, 0.5, 7.2468, 8, 45.678, 99.96, 100.4, 1234.5, 0.0001].map(formatFigure)).toEqual([
    ...['0.034', '0.5', '7.25', '8', '45.7', '100.0', '100', '1,235', '0'],
  ])
  expect([-0.25, -1500].map(formatFigure)).toEqual(['-0.25', '-1,500'])
})

test('given no figure, then there is a dash', () => {
  expect([undefined, Number.NaN, Number.POSITIVE_INFINITY].map(formatFigure)).toEqual(['–', '–', '–'])
})

test('a ratio is the figure by the other one, and a dash when either is missing or below 0, or the other is 0', () => {
  expect([formatRatio(21, 20), formatRatio(300, 10), formatRatio(5000, 10)]).toEqual(['1.05x', '30.0x', '500x'])
  expect([formatRatio(undefined, 1), formatRatio(1, undefined), formatRatio(1, 0)]).toEqual(['–', '–', '–'])
  expect([formatRatio(-1, 2), formatRatio(1, -2), formatRatio(0, 2)]).toEqual(['–', '–', '0.00x'])
})
