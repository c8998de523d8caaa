import type { Event } from '../record/event.ts'

/** What is compared before time. `of`: how many a whole result has; undefined: there is no such number. */
export interface Counting {
  readonly unit: 'run' | 'course' | 'lap'
  readonly of: number | undefined
}

/** What an event counts; undefined where time alone decides. `courses`: the courses or days of the list. */
export function countingOf(event: Event, courses: number): Counting | undefined {
  switch (event.scoring) {
    case 'best_run':
    case 'best_lap':
      return undefined
    case 'sum_of_best': {
      const of = Math.max(courses, event.required_courses ?? 0)
      return of > 1 ? { unit: 'course', of } : undefined
    }
    case 'cumulative':
      return { unit: 'run', of: event.required_runs }
    case 'laps_then_time':
      return { unit: 'lap', of: undefined }
  }
}
