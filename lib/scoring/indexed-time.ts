import type { Event } from '../record/event.ts'
import { exactQuotient, roundedQuotient } from './exact-quotient.ts'

/** An exact factor of two integers: 0.823 is 823 / 1000. With floating point 40.000 x 0.815 would be 32.599. */
export interface Fraction {
  readonly numerator: number
  readonly denominator: number
}

const decimals = 12

/** The exact value of a decimal number with at most twelve decimals. */
export function fractionOf(factor: number): Fraction {
  const [whole = '', fraction = ''] = factor.toFixed(decimals).replace(/0+$/, '').split('.')
  return { numerator: Number(whole + fraction), denominator: 10 ** fraction.length }
}

type IndexRounding = Pick<Event, 'index_rounding' | 'index_decimals'>

/** The exact product in milliseconds, cut or rounded half up to whole ones by the event's settings. */
export function multiplyTime(
  milliseconds: number,
  { numerator, denominator }: Fraction,
  { index_rounding: rounding, index_decimals: decimals }: IndexRounding,
): number {
  const divide = rounding === 'round' ? roundedQuotient : truncatedQuotient
  if (decimals === undefined) return divide(milliseconds, numerator, denominator)
  const parts = 10 ** (decimals - 3)
  return divide(roundedQuotient(milliseconds * parts, numerator, denominator), 1, parts)
}

function truncatedQuotient(a: number, b: number, divisor: number): number {
  return exactQuotient(a, b, divisor).quotient
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
  return { numerator: indexed - added, denominator: multiplied }
}
