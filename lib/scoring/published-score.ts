import type { Driver } from '../record/driver.ts'
import type { Event } from '../record/event.ts'
import { parseTime } from '../record/run.ts'
import { fractionOf, indexedTime } from './indexed-time.ts'
import type { RunResult } from './run-result.ts'
import type { Score } from './score.ts'

/**
 * The result that the timing file gives, with unknown penalties, where the record has a total but no run, or the laps
 * of a race; undefined for any other record. Without `published_laps`, the total is as good as one with all the runs
 * or courses that the event requires.
 */
export function publishedScore(
  driver: Driver,
  runs: readonly RunResult[],
  factor: number | undefined,
  event: Event,
): Score | undefined {
  const { published_total, published_laps, published_indexed } = driver
  const decides = event.scoring === 'laps_then_time' && typeof published_laps === 'number'
  if (!decides && runs.some(({ run }) => run.kind !== 'not_run')) return undefined
  const time = typeof published_total === 'string' ? parseTime(published_total) : undefined
  if (!time) return undefined
  const indexed =
    parseTime(published_indexed ?? '') ||
    (factor === undefined ? undefined : indexedTime(time, 0, fractionOf(factor), event))
  return { completed: typeof published_laps === 'number' ? published_laps : (requiredIn(event) ?? 1), time, indexed }
}

/** The number of runs or courses that a whole result needs by the event's scoring; undefined: it requires none. */
export function requiredIn({ scoring, required_runs, required_courses }: Event): number | undefined {
  if (scoring === 'cumulative') return required_runs
  return scoring === 'sum_of_best' ? required_courses : undefined
}
