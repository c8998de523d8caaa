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
  if (!counting || completed === 0) return ''
  const { unit, of = 0 } = counting
  return of === 0 ? counted(completed, unit) : completed < of ? `${completed} of ${of}` : ''
}

/** The gap to the first: `+1.234`, or `+1 lap` where the first has more of them; '' for the first itself. */
export function gapWords(standing: Standing, counting: Counting | undefined, format: TimeFormat): string {
  const { gap_to_first, fewer_than_first } = standing
  if (gap_to_first !== undefined) return `+${formatTime(gap_to_first, format)}`
  return counting && fewer_than_first ? `+${counted(fewer_than_first, counting.unit)}` : ''
}

/** `1 lap`, `2 laps`. */
function counted(number: number, unit: Counting['unit']): string {
  return `${number} ${unit}${number === 1 ? '' : 's'}`
}
