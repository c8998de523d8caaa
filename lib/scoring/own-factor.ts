import type { Event } from '../record/event.ts'
import type { EntryResult } from './entry-result.ts'
import { roundedQuotient } from './exact-quotient.ts'
import { type Fraction, fractionOf, impliedFactor, indexedTime } from './indexed-time.ts'
import type { RunResult } from './run-result.ts'

/** The exact factor of an entry: its index, or the factor that its published indexed time implies; undefined: none. */
export function ownFactor(result: EntryResult, event: Event): Fraction | undefined {
  const { factor, indexed, total, raw_total } = result
  if (factor !== undefined) return fractionOf(factor)
  if (indexed === undefined || total === undefined || raw_total === undefined) return undefined
  return impliedFactor(indexed, raw_total, total - raw_total, event)
}

/**
 * The indexed time of one run in ms; undefined without a time or a factor. A run that is the whole result has the
 * indexed time of the result, which can be a published one.
 */
export function indexedRun(
  result: EntryResult,
  { time, raw_time, best }: RunResult,
  event: Event,
  factor: Fraction | undefined = ownFactor(result, event),
): number | undefined {
  if (time === undefined || raw_time === undefined) return undefined
  if (best && result.completed === 1) return result.indexed
  return factor && indexedTime(raw_time, time - raw_time, factor, event)
}

/** A gap of indexed time as raw time of the car with this factor, in ms, rounded half up. */
export function ownSeconds(gap: number, { numerator, denominator }: Fraction): number {
  return roundedQuotient(gap, denominator, numerator)
}
