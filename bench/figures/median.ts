import { percentile } from './percentile.ts'

/** The middle one of the numbers, or the lower one of two; undefined for none. Missing numbers are left out. */
export function median(numbers: readonly (number | undefined)[]): number | undefined {
  const known = numbers.filter((number) => number !== undefined && !Number.isNaN(number))
  return known.length === 0 ? undefined : percentile(known as readonly number[], 0.5)
}
