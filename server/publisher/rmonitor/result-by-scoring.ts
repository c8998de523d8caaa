import type { Event } from '../../../lib/record/event.ts'
import type { TimedEntry } from './timing.ts'

/** The attributes of a record by which the feed's own order holds. */
export interface FeedResult {
  readonly published_laps: number | undefined
  readonly published_total: string | undefined
  readonly tie_order: number | undefined
}

/**
 * The result that the feed gives under this scoring, so that one template does for practice, qualifying and race. In a
 * race, laps that were not heard count, and the time begins at the start, not at the first passing.
 */
export function resultByScoring(
  { laps, total_time: total, position, best_position: bestPosition }: TimedEntry,
  scoring: Event['scoring'] | undefined,
): FeedResult {
  if (scoring === 'laps_then_time') {
    const isStarted = total !== ''
    return {
      published_laps: isStarted ? laps : undefined,
      published_total: isStarted ? total : undefined,
      tie_order: position,
    }
  }
  const isByBest = scoring === 'best_lap' || scoring === 'best_run'
  return { published_laps: undefined, published_total: undefined, tie_order: isByBest ? bestPosition : undefined }
}
