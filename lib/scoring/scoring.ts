import type { Event } from '../record/event.ts'

/**
 * The runs that make the result; then, where the event's ties ask for it, the runs that decide when results are equal,
 * and so on: more runs beat fewer, then less time beats more. Empty when there is no time at all. `counted` is how many
 * runs count, with those that have no time (DNF, OFF, DSQ, DNS) and without reruns.
 *
 * - best_run, best_lap: the fastest run of all; then the next fastest.
 * - sum_of_best: the fastest run of every course (or day); who has more courses leads; then the second run of every
 * course.
 * - cumulative: all runs but the `drop_slowest` slowest, where no time is slower than any; one run always stays. A run
 * without
 *   time that stays is missing. Then the fastest single run, the next fastest.
 * - laps_then_time: all laps: most laps, then least time. Then the fastest lap, the next fastest.
 */
export function scoringLevels<TimedRun extends { readonly time: number }>(
  courses: readonly (readonly TimedRun[])[],
  counted: number,
  { scoring, drop_slowest, ties }: Pick<Event, 'scoring' | 'drop_slowest' | 'ties'>,
): readonly (readonly TimedRun[])[] {
  const fastest = fastestFirst(courses.flat())
  if (fastest.length === 0) return []
  const breakers = ties === 'next_best_run' ? fastest.map((run) => [run]) : []
  switch (scoring) {
    case 'best_run':
    case 'best_lap':
      return [fastest.slice(0, 1), ...breakers.slice(1)]
    case 'sum_of_best':
      return acrossCourses(courses.map(fastestFirst), ties)
    case 'cumulative':
      return [fastest.slice(0, counted - Math.min(drop_slowest, counted - 1)), ...breakers]
    case 'laps_then_time':
      return [fastest, ...breakers]
  }
}

/** Of equal times the earlier run comes first. */
function fastestFirst<TimedRun extends { readonly time: number }>(runs: readonly TimedRun[]): TimedRun[] {
  return [...runs].sort((a, b) => a.time - b.time)
}

function acrossCourses<TimedRun>(courses: readonly (readonly TimedRun[])[], ties: Event['ties']): TimedRun[][] {
  const depth = ties === 'shared' ? 1 : Math.max(...courses.map((runs) => runs.length))
  return Array.from({ length: depth }, (_, level) => courses.flatMap((runs) => runs.slice(level, level + 1)))
}
