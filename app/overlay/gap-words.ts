import { formatTime } from '../../lib/record/run.ts'
import { classOf } from '../../lib/standings/class-of.ts'
import type { Standing } from '../../lib/standings/standing.ts'
import type { Standings } from '../../lib/standings/standings.ts'
import { ordinal } from '../../lib/wording/ordinal.ts'

/** The gap to the next place ahead in the class: `0.060 to 2nd`; '' without one, and for the first. */
export function gapAheadWords(standing: Standing, standings: Standings): string {
  const { class_position: own, gap_to_next: gap } = standing
  const group = classOf(standings, standing)
  if (!own || gap === undefined || !group) return ''
  const ahead = group.entries.flatMap(({ class_position: other }) =>
    other && other.place < own.place ? [other.place] : [],
  )
  if (ahead.length === 0) return ''
  return `${formatTime(gap, standings.event.time_format)} to ${ordinal(Math.max(...ahead))}`
}
