import type { TimeFormat } from '../record/run.ts'
import { formatTime } from '../record/run.ts'
import type { Counting } from '../scoring/counting.ts'
import type { Standing } from '../standings/standing.ts'

/** How many runs, courses or laps a result has, under a heading that says which: `4`, `1 of 2`; '' for none. */
export function completedText({ completed }: Standing, { of }: Counting): string {
  if (completed === 0) return ''
  return of === undefined ? `${completed}` : `${completed} of ${of}`
}

/** The same beside a time: `4 laps`, `1 of 2`; '' for a whole result, and where time alone decides. */
export function completedWords({ completed }: Standing, counting: Counting | undefined): string {
  if (counting === undefined || completed === 0) return ''
  const { unit, of } = counting
  if (of !== undefined) return completed < of ? `${completed} of ${of}` : ''
  return counted(completed, unit)
}

/** In the place of a total: some of its courses may have a time. */
export function noTotalWords({ completed }: Standing): string {
  return completed === 0 ? 'no time' : 'no total'
}

/** The gap to the first: `+1.234`, or `+1 lap` where the first has more of them; '' for the first itself. */
export function gapWords(standing: Standing, counting: Counting | undefined, format: TimeFormat): string {
  const { gap_to_first, fewer_than_first = 0 } = standing
  if (gap_to_first !== undefined) return `+${formatTime(gap_to_first, format)}`
  return counting === undefined || fewer_than_first === 0 ? '' : `+${counted(fewer_than_first, counting.unit)}`
}

/** How many runs, courses or laps another result has more or fewer: `1 more lap`, `2 fewer runs`. */
export function differenceWords(own: Standing, other: Standing, counting: Counting | undefined): string {
  const more = (other.scores[0]?.completed ?? 0) - (own.scores[0]?.completed ?? 0)
  const number = Math.abs(more)
  return `${number} ${more > 0 ? 'more' : 'fewer'} ${counting?.unit ?? 'run'}${number === 1 ? '' : 's'}`
}

/** `1 lap`, `2 laps`. */
function counted(number: number, unit: Counting['unit']): string {
  return `${number} ${unit}${number === 1 ? '' : 's'}`
}
