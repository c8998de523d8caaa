import type { Event } from '../record/event.ts'
import { indexedRun, ownFactor } from '../scoring/own-factor.ts'
import type { Measure } from '../scoring/ranking.ts'
import type { RunResult } from '../scoring/run-result.ts'
import type { Standing } from '../standings/standing.ts'

/** An entry's least time on one course, with penalties, in ms, and the indexes of its runs with that time. */
export interface Fastest {
  readonly value: number
  readonly runs: readonly number[]
}

/** An entry's fastest runs, course by course; undefined on a course without a time. */
export interface OwnFastest {
  /** The number of courses in its record. */
  readonly courses: number
  of(measure: Measure): readonly (Fastest | undefined)[]
  /** True only if no run of that course can be as fast as `value`. An estimate, since exact arithmetic is slow. */
  isSlowerForSure(measure: Measure, course: number, value: number): boolean
}

/** The fastest runs of one entry in each measure, without reruns. */
export function ownFastest(standing: Standing, event: Event): OwnFastest {
  const { runs } = standing
  const time = runs.map((course) => fastestOf(course, (run) => run.time))
  const leastIndexed = runs.map((course) => Math.min(...course.map((run) => leastIndexedRun(standing, run, event))))
  let indexed: readonly (Fastest | undefined)[] | undefined
  return {
    courses: runs.length,
    of(measure) {
      if (measure === 'time') return time
      indexed ??= indexedFastest(standing, event)
      return indexed
    },
    isSlowerForSure(measure, course, value) {
      const least = measure === 'time' ? time[course]?.value : leastIndexed[course]
      return least === undefined || least > value
    },
  }
}

function indexedFastest(standing: Standing, event: Event): readonly (Fastest | undefined)[] {
  const factor = ownFactor(standing, event)
  return standing.runs.map((course) => fastestOf(course, (run) => indexedRun(standing, run, event, factor)))
}

function fastestOf(runs: readonly RunResult[], measured: (run: RunResult) => number | undefined): Fastest | undefined {
  let fastest: { value: number; runs: number[] } | undefined
  runs.forEach((run, index) => {
    const value = measured(run)
    if (value === undefined || (fastest && value > fastest.value)) return
    if (fastest?.value === value) fastest.runs.push(index)
    else fastest = { value, runs: [index] }
  })
  return fastest
}

/** A lower bound of a run's indexed time, in ms: rounding takes less than 1 ms. Infinity for a run without a time. */
function leastIndexedRun(standing: Standing, { run, time, best }: RunResult, event: Event): number {
  const { factor, completed, indexed } = standing
  if (time === undefined || run.kind !== 'timed') return Number.POSITIVE_INFINITY
  // A published indexed time can be any number.
  if (best && completed === 1) return indexed ?? Number.POSITIVE_INFINITY
  if (factor === undefined) return Number.NEGATIVE_INFINITY
  const penalties = event.index_applies_to === 'raw' ? time - run.raw : 0
  return (time - penalties) * factor + penalties - 1
}
