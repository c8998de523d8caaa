import type { Counting } from '../scoring/counting.ts'
import type { Standing } from '../standings/standing.ts'

/** How many runs, courses or laps another result has more or fewer: `1 more lap`, `2 fewer runs`. */
export function differenceWords(own: Standing, other: Standing, counting: Counting | undefined): string {
  const more = (other.scores[0]?.completed ?? 0) - (own.scores[0]?.completed ?? 0)
  const number = Math.abs(more)
  return `${number} ${more > 0 ? 'more' : 'fewer'} ${counting?.unit ?? 'run'}${number === 1 ? '' : 's'}`
}
