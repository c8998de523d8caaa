import type { Event } from '../record/event.ts'
import { ownFactor, ownSeconds } from '../scoring/own-factor.ts'
import type { Measure } from '../scoring/ranking.ts'
import type { Standing } from '../standings/standing.ts'

/** The entry next to another one in a ranking. Gaps in ms. */
export interface Neighbour {
  readonly standing: Standing
  /** In the measure of the ranking; undefined if one result has more runs than the other. */
  readonly gap: number | undefined
  /** The gap in time of the entry's own car: what its driver must gain, or may lose. */
  readonly own: number | undefined
}

export interface Neighbours {
  readonly ahead: Neighbour | undefined
  readonly behind: Neighbour | undefined
}

/**
 * The entries right before and right after one in a ranking, even at the same position. `ranking` is best first.
 * Entries without a time in this measure have no neighbours and are none.
 */
export function neighbours(
  standing: Standing,
  ranking: readonly Standing[],
  measure: Measure,
  event: Event,
): Neighbours {
  const timed = ranking.filter((entry) => entry.scores[0]?.[measure] !== undefined)
  const index = timed.indexOf(standing)
  if (index < 0) return { ahead: undefined, behind: undefined }
  return { ahead: neighbour(timed[index - 1]), behind: neighbour(timed[index + 1]) }

  function neighbour(other: Standing | undefined): Neighbour | undefined {
    if (!other) return undefined
    const gap = gapBetween(standing, other, measure)
    const factor = measure === 'indexed' ? ownFactor(standing, event) : undefined
    const own = gap === undefined || measure === 'time' ? gap : factor && ownSeconds(gap, factor)
    return { standing: other, gap, own }
  }
}

/** The gap between two results in either order; undefined if their numbers of runs differ. */
function gapBetween(a: Standing, b: Standing, measure: Measure): number | undefined {
  const [own, other] = [a.scores[0], b.scores[0]]
  const [time, otherTime] = [own?.[measure], other?.[measure]]
  if (time === undefined || otherTime === undefined || own?.completed !== other?.completed) return undefined
  return Math.abs(time - otherTime)
}
