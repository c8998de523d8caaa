import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultEvent } from '../record/event.ts'
import { fractionOf, impliedFactor, indexedTime, multiplyTime } from './indexed-time.ts'

test('40.000 x 0.815 is 32.600, where floating point gives 32.599', () => {
  expect(multiplyTime(40_000, fractionOf(0.815), { index_rounding: 'truncate' })).toBe(32_600)
})

test.each([
  [38_843, 0.793, 30_802, 30_802],
  [41_158, 0.801, 32_967, 32_968],
  [50_000, 0.82305, 41_152, 41_153],
  [1, 0.5, 0, 1],
  [57_119, 1, 57_119, 57_119],
  [100_000, 1.00002, 100_002, 100_002],
])('%d x %d is %d truncated and %d rounded half up', (time, factor, truncated, rounded) => {
  expect(multiplyTime(time, fractionOf(factor), { index_rounding: 'truncate' })).toBe(truncated)
  expect(multiplyTime(time, fractionOf(factor), { index_rounding: 'round' })).toBe(rounded)
})

test.each([
  [45_252, 0.786, 35_568, 35_568, 35_568],
  [47_602, 0.794, 37_795, 37_796, 37_796],
  [41_158, 0.801, 32_967, 32_967, 32_968],
  [43_925, 0.822, 36_106, 36_106, 36_106],
])(
  '%d x %d is %d truncated, %d rounded to four decimals and then truncated, %d rounded half up',
  (time, index, cut, first, rounded) => {
    const factor = fractionOf(index)
    expect(multiplyTime(time, factor, { index_rounding: 'truncate' })).toBe(cut)
    expect(multiplyTime(time, factor, { index_rounding: 'truncate', index_decimals: 4 })).toBe(first)
    expect(multiplyTime(time, factor, { index_rounding: 'round' })).toBe(rounded)
  },
)

test('an indexed time that is rounded twice is rounded up when the first rounding makes a half', () => {
  // 30.000 x 0.8166819 is 24.500457: to four decimals 24.5005, and that to three 24.501.
  expect(multiplyTime(30_000, fractionOf(0.8166819), { index_rounding: 'round' })).toBe(24_500)
  expect(multiplyTime(30_000, fractionOf(0.8166819), { index_rounding: 'round', index_decimals: 4 })).toBe(24_501)
})

test('the product of any time and any factor with three decimals is exact', () => {
  fc.assert(
    fc.property(fc.nat({ max: 7_200_000 }), fc.integer({ min: 1, max: 2000 }), (time, thousandths) => {
      const factor = fractionOf(
        Number(`${Math.floor(thousandths / 1000)}.${String(thousandths % 1000).padStart(3, '0')}`),
      )
      expect(multiplyTime(time, factor, { index_rounding: 'truncate' })).toBe(Math.floor((time * thousandths) / 1000))
      expect(multiplyTime(time, factor, { index_rounding: 'round' })).toBe(
        Math.floor((time * thousandths + 500) / 1000),
      )
    }),
    { numRuns: 2000 },
  )
})

test('the index multiplies the time with penalties, or the raw time when index_applies_to is raw', () => {
  const event = defaultEvent('Test')
  expect(indexedTime(40_000, 2_000, fractionOf(0.8), event)).toBe(33_600)
  expect(indexedTime(40_000, 2_000, fractionOf(0.8), { ...event, index_applies_to: 'raw' })).toBe(34_000)
})

test('a published time implies the exact factor, or none when no factor can give it', () => {
  const event = defaultEvent('Test')
  expect(impliedFactor(33_600, 40_000, 2_000, event)).toEqual({ numerator: 33_600, denominator: 42_000 })
  const raw = { ...event, index_applies_to: 'raw' } as const
  expect(impliedFactor(34_000, 40_000, 2_000, raw)).toEqual({ numerator: 32_000, denominator: 40_000 })
  expect(impliedFactor(1_000, 40_000, 2_000, raw)).toBeUndefined()
  expect(impliedFactor(1_000, 0, 0, event)).toBeUndefined()
})
