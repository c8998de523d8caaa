import type { Event } from '../record/event.ts'

/** An exact factor: 0.823 is 823000000000 / 1000000000000. With floating point 40.000 x 0.815 would be 32.599. */
export interface Fraction {
  readonly numerator: bigint
  readonly denominator: bigint
}

const decimals = 12

/** The exact value of a decimal number with at most twelve decimals. */
export function fractionOf(factor: number): Fraction {
  return { numerator: BigInt(factor.toFixed(decimals).replace('.', '')), denominator: 10n ** BigInt(decimals) }
}

type IndexRounding = Pick<Event, 'index_rounding' | 'index_decimals'>

/** The exact product in milliseconds, cut or rounded half up to whole ones by the event's settings. */
export function multiplyTime(
  milliseconds: number,
  { numerator, denominator }: Fraction,
  { index_rounding: rounding, index_decimals: decimals }: IndexRounding,
): number {
  const product = BigInt(milliseconds) * numerator
  const divide = rounding === 'round' ? divideRounded : (dividend: bigint, divisor: bigint) => dividend / divisor
  if (decimals === undefined) return Number(divide(product, denominator))
  const parts = 10n ** BigInt(decimals - 3)
  return Number(divide(divideRounded(product * parts, denominator), parts))
}

function divideRounded(dividend: bigint, divisor: bigint): bigint {
  return (2n * dividend + divisor) / (2n * divisor)
}

/** An indexed time in ms: (raw + penalties) x factor, or raw x factor + penalties with `index_applies_to: raw`. */
export function indexedTime(raw: number, penalties: number, factor: Fraction, event: Event): number {
  if (event.index_applies_to === 'raw') return multiplyTime(raw, factor, event) + penalties
  return multiplyTime(raw + penalties, factor, event)
}

/** The factor between a result and its published indexed time, all in ms; undefined when no factor can give it. */
export function impliedFactor(indexed: number, raw: number, penalties: number, event: Event): Fraction | undefined {
  const added = event.index_applies_to === 'raw' ? penalties : 0
  const multiplied = raw + penalties - added
  if (multiplied === 0 || indexed < added) return undefined
  return { numerator: BigInt(indexed - added), denominator: BigInt(multiplied) }
}
