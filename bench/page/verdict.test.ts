import { expect, test } from 'vitest'
import { budgets } from '../../testing/budgets/budgets.ts'
import { formatAmount, formatRatio, verdict } from './verdict.ts'

test('what is as much as the budget is ok, what is more is over, and what was not measured is neither', () => {
  expect(verdict(budgets.update1300, 8)).toBe('ok (≤ 8 ms)')
  expect(verdict(budgets.update1300, 8.1)).toBe('OVER (≤ 8 ms)')
  expect(verdict(budgets.script, 171 * 1024)).toBe('OVER (≤ 170.0 KB)')
  expect(verdict(budgets.layoutShift, 0.0001)).toBe('OVER (≤ 0)')
  expect(verdict(budgets.update1300, undefined)).toBe('–')
  expect(verdict(budgets.update1300, Number.NaN)).toBe('–')
})

test('amounts read well at every size', () => {
  expect([formatAmount(900, 'bytes'), formatAmount(2048, 'bytes')]).toEqual(['900 B', '2.0 KB'])
  expect([formatAmount(7.04, 'ms'), formatAmount(8, 'ms'), formatAmount(1234.5, 'ms')]).toEqual([
    ...['7 ms', '8 ms', '1235 ms'],
  ])
  expect([formatAmount(0, 'shift'), formatAmount(0.00004, 'shift')]).toEqual(['0', '0.0000'])
})

test('a ratio is ours by the peer’s, and none beside nothing', () => {
  expect([formatRatio(5, 20), formatRatio(200, 10), formatRatio(1, 0), formatRatio(undefined, 1)]).toEqual([
    ...['0.25 x', '20 x', '–', '–'],
  ])
})
