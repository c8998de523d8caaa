import type { Event } from '../record/event.ts'
import { requiredIn } from './published-score.ts'

/** What is compared before time. `of`: how many a whole result has; undefined: there is no such number. */
export interface Counting {
  readonly unit: 'run' | 'course' | 'lap'
  readonly of: number | undefined
}

const units: Partial<Record<Event['scoring'], Counting['unit']>> = {
  cumulative: 'run',
  sum_of_best: 'course',
  laps_then_time: 'lap',
}

/** What an event counts; undefined where time alone decides. `courses`: the courses or days of the list. */
export function countingOf(event: Event, courses: number): Counting | undefined {
  const unit = units[event.scoring]
  const required = requiredIn(event)
  const of = unit === 'course' ? Math.max(courses, required ?? 0) : required
  return unit === undefined || of === 1 ? undefined : { unit, of }
}
