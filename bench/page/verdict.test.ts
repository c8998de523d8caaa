import { expect, test } from 'vitest'
import { budgets } from '../../testing/budgets/budgets.ts'
import { formatAmount, formatRatio, verdict } from './verdict.ts'

test('a figure at its budget is ok, one above it is over, and a missing one gets no verdict', () => {
  expect(verdict(budgets.update1300, 8)).toBe('ok (≤ 8 ms)')
  expect(verdict(budgets.update1300, 8.1)).toBe('OVER (≤ 8 ms)')
  const { limit } = budgets.script
  expect(verdict(budgets.script, limit + 1)).toBe(`OVER (≤ ${(limit / 1024).toFixed(1)} KB)`)
  expect(verdict(budgets.layoutShift, 0.0001)).toBe('OVER (≤ 0)')
  expect(verdict(budgets.update1300, undefined)).toBe('–')
  expect(verdict(budgets.update1300, Number.NaN)).toBe('–')
})

test('an amount has the unit and the decimals that fit its size', () => {
  expect([formatAmount(900, 'bytes'), formatAmount(2048, 'bytes')]).toEqual(['900 B', '2.0 KB'])
  expect([formatAmount(7.04, 'ms'), formatAmount(8, 'ms'), formatAmount(1234.5, 'ms')]).toEqual([
    ...['7 ms', '8 ms', '1235 ms'],
  ])
  expect([formatAmount(0, 'shift'), formatAmount(0.00004, 'shift')]).toEqual(['0', '0.0000'])
})

test('a ratio is our figure divided by the peer’s, and a dash when either is missing or the peer’s is 0', () => {
  expect([formatRatio(5, 20), formatRatio(200, 10), formatRatio(1, 0), formatRatio(undefined, 1)]).toEqual([
    ...['0.25 x', '20 x', '–', '–'],
  ])
})
