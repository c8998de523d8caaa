import { heatOf, orderOf } from '../chances/run-order.ts'
import { entryStatus } from '../record/entry-status.ts'
import type { Standing } from '../standings/standing.ts'
import type { Standings } from '../standings/standings.ts'

/** One entry of the heat that is on. */
export interface Car {
  readonly standing: Standing
  /** Its `run_order`; undefined: none. */
  readonly order: number | undefined
  /** The runs that count on the course that is driven. */
  readonly done: number
  /** It drives its last run again. */
  readonly owes_rerun: boolean
}

/** The entries of one heat, and which heats there are; `begun` has those with a run on the course. */
export interface HeatCars {
  readonly cars: readonly Car[]
  readonly heats: ReadonlySet<string>
  readonly begun: ReadonlySet<string>
}

/** Reads each entry once. Leaves out entries that are withdrawn or disqualified. */
export function heatCars({ raw }: Pick<Standings, 'raw'>, heat: string, course: number): HeatCars {
  const cars: Car[] = []
  const heats = new Set<string>()
  const begun = new Set<string>()
  for (const standing of raw) {
    const own = heatOf(standing)
    const status = entryStatus(standing.driver)
    if (status === 'WD' || status === 'DSQ') continue
    heats.add(own)
    if (own !== heat && begun.has(own)) continue
    const { done, owes_rerun } = drivenOn(standing, course)
    if (done > 0 || owes_rerun) begun.add(own)
    if (own === heat) cars.push({ standing, order: orderOf(standing), done, owes_rerun })
  }
  return { cars, heats, begun }
}

/** How many runs of a course count so far, and whether the last one is to be driven again. */
export function drivenOn({ runs }: Standing, course: number): Pick<Car, 'done' | 'owes_rerun'> {
  let done = 0
  let owes_rerun = false
  for (const { counted, run } of runs[course] ?? []) {
    if (counted) done += 1
    if (run.kind !== 'not_run') owes_rerun = run.kind === 'rerun'
  }
  return { done, owes_rerun }
}

/** A car with a rerun to come has been at the start in this round. */
export function hasDriven({ done, owes_rerun }: Car, round: number): boolean {
  return done >= round || (owes_rerun && done === round - 1)
}
