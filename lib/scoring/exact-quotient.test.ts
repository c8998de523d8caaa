import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exactQuotient, roundedQuotient } from './exact-quotient.ts'

const upTo = (max: number) => fc.integer({ min: 0, max })
// A day in ms, a factor with twelve decimals, and its denominator.
const operands = fc.tuple(upTo(86_400_000), upTo(10 ** 13), fc.integer({ min: 1, max: 10 ** 13 }))

test('given a time and a fraction of up to thirteen digits, then the quotient and its remainder equal those of BigInt', () => {
  fc.assert(
    fc.property(operands, ([a, b, divisor]) => {
      const product = BigInt(a) * BigInt(b)
      fc.pre(product / BigInt(divisor) <= BigInt(Number.MAX_SAFE_INTEGER))
      expect(exactQuotient(a, b, divisor)).toEqual({
        quotient: Number(product / BigInt(divisor)),
        remainder: Number(product % BigInt(divisor)),
      })
    }),
    { numRuns: 1000 },
  )
})

test('given a product one above the largest safe integer, then the quotient is exact', () => {
  expect(exactQuotient(2 ** 27, 2 ** 26, 3)).toEqual({ quotient: 3002399751580330, remainder: 2 })
  // 9007199254740993, which no floating-point number is: it would be rounded down to an even one.
  expect(exactQuotient(3, 3002399751580331, 2)).toEqual({ quotient: 4503599627370496, remainder: 1 })
})

test('given a remainder of exactly half the divisor, then the rounded quotient is the next integer', () => {
  expect(roundedQuotient(1, 3, 2)).toBe(2)
  expect(roundedQuotient(1, 4, 3)).toBe(1)
  expect(roundedQuotient(1, 5, 3)).toBe(2)
})
