import type { RunResult } from './entry-result.ts'
import type { Event } from './event.ts'
import { indexedRun } from './own-factor.ts'
import type { Measure } from './ranking.ts'
import type { Standing } from './standing.ts'
import type { Standings } from './standings.ts'

/** What a run can be: the fastest time of the day, the fastest by the index, the fastest of its class. */
export type Mark = 'fastest' | 'fastest_indexed' | 'best_in_class'

/** One run that is marked; `course` and `run` count from 0. */
export interface MarkedRun {
  readonly course: number
  readonly run: number
  readonly marks: readonly Mark[]
}

interface Candidate {
  readonly name: string
  readonly run: number
  readonly value: number
}

/**
 * The fastest single runs with their penalties, by driver_name: of each course (or day) over all, by the index, and in each class
 * in what it is ranked by. Equally fast runs are all marked; entries without a place, and reruns, are not.
 */
export function markedRuns({ classes, raw, pax, event }: Standings): ReadonlyMap<string, readonly MarkedRun[]> {
  const marked = new Map<string, MarkedRun[]>()
  mark(
    'fastest',
    raw.filter(({ raw_position }) => raw_position),
    'time',
  )
  mark(
    'fastest_indexed',
    pax.filter(({ pax_position }) => pax_position),
    'indexed',
  )
  for (const { entries, ranked_by } of classes) {
    mark(
      'best_in_class',
      entries.filter(({ class_position }) => class_position),
      ranked_by,
    )
  }
  return marked

  function mark(kind: Mark, entries: readonly Standing[], measure: Measure): void {
    fastest(entries, measure, event).forEach((candidates, course) => {
      for (const { name, run } of candidates) {
        const own = marked.get(name) ?? []
        const known = own.find((one) => one.course === course && one.run === run)
        const others = own.filter((one) => one !== known)
        marked.set(name, [...others, { course, run, marks: [...(known?.marks ?? []), kind] }])
      }
    })
  }
}

/** Course by course the runs that nobody was faster than. */
function fastest(entries: readonly Standing[], measure: Measure, event: Event): readonly (readonly Candidate[])[] {
  const best: Candidate[][] = []
  for (const standing of entries) {
    standing.runs.forEach((runs, course) => {
      runs.forEach((run, index) => {
        const [leader] = best[course] ?? []
        if (run.time === undefined || (leader && isSlowerForSure(standing, run, measure, event, leader.value))) return
        const value = measure === 'time' ? run.time : indexedRun(standing, run, event)
        if (value === undefined || (leader && value > leader.value)) return
        const equals = leader?.value === value ? (best[course] ?? []) : []
        best[course] = [...equals, { name: standing.driver.driver_name, run: index, value }]
      })
    })
  }
  // A course that nobody has a time on leaves a hole.
  return Array.from(best, (candidates) => candidates ?? [])
}

/** Whether exact arithmetic can be spared: it is slow, and there are thousands of runs. Rounding is less than 1 ms. */
function isSlowerForSure(
  { factor, completed }: Standing,
  { run, time, best }: RunResult,
  measure: Measure,
  event: Event,
  leader: number,
): boolean {
  // What was published can be anything.
  if (measure === 'time' || factor === undefined || time === undefined || run.kind !== 'timed') return false
  if (best && completed === 1) return false
  const penalties = event.index_applies_to === 'raw' ? time - run.raw : 0
  return (time - penalties) * factor + penalties > leader + 1
}
