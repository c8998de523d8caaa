import type { Event } from '../record/event.ts'

/**
 * The runs of the result, then, if the event breaks ties, the runs of each tie-breaking level. On a level more runs
 * beat fewer, then less time beats more. Empty when no run has a time. `counted` is the number of runs that count: with
 * runs without time (DNF, OFF, DSQ, DNS), without reruns.
 *
 * - best_run, best_lap: the fastest run. Ties: the next fastest, and so on.
 * - sum_of_best: the fastest run of each course or day. Ties: the second fastest of each, and so on.
 * - cumulative: all runs but the `drop_slowest` slowest, at least one; a run without time is slower than any other.
 *   Ties: the fastest run, the next fastest, and so on.
 * - laps_then_time: all laps. Ties: the fastest lap, the next fastest, and so on.
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

/** Of equal times the earlier run is first. */
function fastestFirst<TimedRun extends { readonly time: number }>(runs: readonly TimedRun[]): TimedRun[] {
  return [...runs].sort((a, b) => a.time - b.time)
}

function acrossCourses<TimedRun>(courses: readonly (readonly TimedRun[])[], ties: Event['ties']): TimedRun[][] {
  const depth = ties === 'shared' ? 1 : Math.max(...courses.map((runs) => runs.length))
  return Array.from({ length: depth }, (_, level) => courses.flatMap((runs) => runs.slice(level, level + 1)))
}

/** The number of trophies for a class with this number of entries, driven or not. */
export function trophyCount(entries: number, rule: Event['trophies']): number {
  if (rule === 'none') return 0
  if (rule === 'third') return Math.ceil(entries / 3)
  return rule[Math.min(entries, rule.length) - 1] ?? 0
}
