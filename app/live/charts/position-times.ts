import type { PositionMoment } from '../../../lib/day/positions-over-day.ts'
import type { ChartLine } from './chart-line.ts'

/**
 * The x values in Unix ms: two for each moment, the end of the old position and the start of the new one, so that lines
 * that cross can be distinguished; and the present, `now`, beyond which nothing is known. The first moment has one
 * value, shortly before the first change.
 */
export function positionTimes(moments: readonly PositionMoment[], now: number): readonly number[] {
  const known = moments.flatMap(({ at }) => (at === undefined ? [] : [at]))
  const [first, last] = [known[0], known.at(-1)]
  if (first === undefined || last === undefined) return []
  const end = Math.max(now, last)
  const slope = Math.max((end - first) / 40, 1000)
  // A change of this moment is drawn a little before it, so that its line is seen and ends at the present.
  const times = moments.map(({ at }) => Math.min(at ?? first - 2 * slope, end - slope))
  const pairs = times.flatMap((at, index) => {
    const before = times[index - 1]
    return before === undefined ? [at] : [Math.max(before, at - slope), at]
  })
  return [...pairs, end]
}

/** The positions at the x values of `positionTimes`. */
export function valuesAtTimes(values: ChartLine['values']): ChartLine['values'] {
  return [...values.flatMap((value, index) => (index === 0 ? [value] : [values[index - 1], value])), values.at(-1)]
}
