export interface ExactQuotient {
  readonly quotient: number
  /** Less than the divisor. */
  readonly remainder: number
}

/**
 * `a` x `b` / `divisor`, exact, for safe integers of at least 0 with a safe quotient; `divisor` is at most 2 ** 52.
 * Browsers of 2019 lack BigInt.
 */
export function exactQuotient(a: number, b: number, divisor: number): ExactQuotient {
  const product = a * b
  // A product that was rounded is larger than every safe integer.
  if (product <= Number.MAX_SAFE_INTEGER) return divided(product, divisor)
  const whole = divided(b, divisor)
  let quotient = 0
  let remainder = 0
  // Long multiplication by the bits of `a`, reduced by the divisor at each step.
  for (const bit of a.toString(2)) {
    remainder *= 2
    quotient *= 2
    if (bit === '1') {
      remainder += whole.remainder
      quotient += whole.quotient
    }
    const step = divided(remainder, divisor)
    quotient += step.quotient
    remainder = step.remainder
  }
  return { quotient, remainder }
}

function divided(dividend: number, divisor: number): ExactQuotient {
  const remainder = dividend % divisor
  return { quotient: (dividend - remainder) / divisor, remainder }
}

/** The quotient of `a` x `b` / `divisor`, rounded half up. */
export function roundedQuotient(a: number, b: number, divisor: number): number {
  const { quotient, remainder } = exactQuotient(a, b, divisor)
  return remainder * 2 >= divisor ? quotient + 1 : quotient
}
