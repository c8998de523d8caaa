import type { Event } from '../record/event.ts'
import { classKey } from '../scoring/class-code.ts'
import { indexedRun } from '../scoring/own-factor.ts'
import type { Measure } from '../scoring/ranking.ts'
import type { RunResult } from '../scoring/run-result.ts'
import type { Standing } from '../standings/standing.ts'

/** The same run of two entries. `course` and `run` count from 0; times in ms, in the measure of the comparison. */
export interface Duel {
  readonly course: number
  readonly run: number
  readonly own: RunResult | undefined
  readonly rival: RunResult | undefined
  readonly own_time: number | undefined
  readonly rival_time: number | undefined
  /** Negative: the entry was faster than its rival; undefined: one of them has no time. */
  readonly difference: number | undefined
}

export interface HeadToHead {
  readonly measure: Measure
  readonly duels: readonly Duel[]
  readonly won: number
  readonly lost: number
  readonly equal: number
}

/**
 * Compares two entries run by run, with penalties: by time in a class that is ranked by time; else by indexed time, if
 * both have an index.
 */
export function headToHead(own: Standing, rival: Standing, rankedBy: Measure, event: Event): HeadToHead {
  const isOneClass = classKey(own.class_code) === classKey(rival.class_code)
  const hasIndex = own.indexed !== undefined && rival.indexed !== undefined
  const measure = (isOneClass && rankedBy === 'time') || !hasIndex ? 'time' : 'indexed'
  const duels: Duel[] = []
  for (let course = 0; course < Math.max(own.runs.length, rival.runs.length); course += 1) {
    const [ownRuns = [], rivalRuns = []] = [own.runs[course], rival.runs[course]]
    for (let run = 0; run < Math.max(ownRuns.length, rivalRuns.length); run += 1) {
      duels.push(duel(course, run, ownRuns[run], rivalRuns[run]))
    }
  }
  const of = (sign: number) =>
    duels.filter(({ difference }) => difference !== undefined && Math.sign(difference) === sign)
  return { measure, duels, won: of(-1).length, lost: of(1).length, equal: of(0).length }

  function duel(course: number, run: number, a: RunResult | undefined, b: RunResult | undefined): Duel {
    const [own_time, rival_time] = [timeOf(own, a), timeOf(rival, b)]
    const difference = own_time === undefined || rival_time === undefined ? undefined : own_time - rival_time
    return { course, run, own: a, rival: b, own_time, rival_time, difference }
  }

  function timeOf(standing: Standing, run: RunResult | undefined): number | undefined {
    return run && (measure === 'time' ? run.time : indexedRun(standing, run, event))
  }
}
