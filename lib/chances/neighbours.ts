import type { Event } from '../record/event.ts'
import { ownFactor, ownSeconds } from '../scoring/own-factor.ts'
import type { Measure } from '../scoring/ranking.ts'
import type { Standing } from '../standings/standing.ts'

/** Who stands next to an entry, and how far away. Milliseconds. */
export interface Neighbour {
  readonly standing: Standing
  /** In what the ranking compares; undefined where one has more runs in its result than the other. */
  readonly gap: number | undefined
  /** The same by the clock of the entry's own car: what its driver must find, or may lose. */
  readonly own: number | undefined
}

export interface Neighbours {
  readonly ahead: Neighbour | undefined
  readonly behind: Neighbour | undefined
}

/**
 * The entries right before and right after one in a ranking, also those that share its place. `ranking` is best first,
 * with those who have no place at the end; neither has a neighbour who has no place, nor has who has none.
 */
export function neighbours(
  standing: Standing,
  ranking: readonly Standing[],
  measure: Measure,
  event: Event,
): Neighbours {
  const placed = ranking.filter((entry) => entry.scores[0]?.[measure] !== undefined)
  const index = placed.indexOf(standing)
  if (index < 0) return { ahead: undefined, behind: undefined }
  return { ahead: neighbour(placed[index - 1]), behind: neighbour(placed[index + 1]) }

  function neighbour(other: Standing | undefined): Neighbour | undefined {
    if (!other) return undefined
    const gap = gapBetween(standing, other, measure)
    const factor = measure === 'indexed' ? ownFactor(standing, event) : undefined
    const own = gap === undefined || measure === 'time' ? gap : factor && ownSeconds(gap, factor)
    return { standing: other, gap, own }
  }
}

/** How far apart two results are, whoever is ahead; undefined where they have not as many runs in them. */
function gapBetween(a: Standing, b: Standing, measure: Measure): number | undefined {
  const [own, other] = [a.scores[0], b.scores[0]]
  const [time, otherTime] = [own?.[measure], other?.[measure]]
  if (time === undefined || otherTime === undefined || own?.completed !== other?.completed) return undefined
  return Math.abs(time - otherTime)
}
