import type { EntryResult, RunResult } from '../scoring/entry-result.ts'
import type { RunChange } from './day-history.ts'

/** How a course went, against what each entry drove at first. Differences in ms: below zero is faster. */
export interface CourseEvolution {
  /** From 0. */
  readonly course: number
  readonly by_run: readonly RunPoint[]
  readonly by_time: readonly TimePoint[]
}

interface RunPoint {
  /** The run's number, from 1. */
  readonly run: number
  readonly difference: number
  /** How many entries the median is of. */
  readonly entries: number
}

interface TimePoint {
  /** Unix ms: the beginning of the quarter of an hour. */
  readonly from: number
  readonly difference: number
  /** How many runs the median is of. */
  readonly runs: number
}

export const bucketLength = 15 * 60_000
/** Fewer runs than these say more about who drove than about the course. */
export const fewestRuns = 3

interface Later {
  readonly driver_name: string
  readonly run: number
  readonly difference: number
}

/**
 * The median difference of the later runs to the first run of the same entry on the same course: for every run number,
 * and for every quarter of an hour in which at least `fewestRuns` such runs came in. Compared is what the clock said,
 * without penalties: a cone says nothing about the course. Runs without a time and reruns are left out, so the first
 * run is the first timed one. When a run came in is known only for those in `changes`.
 */
export function courseEvolution(
  entries: Iterable<Pick<EntryResult, 'driver' | 'runs'>>,
  changes: readonly RunChange[],
): readonly CourseEvolution[] {
  const all = [...entries]
  const courses = all.reduce((most, { runs }) => Math.max(most, runs.length), 0)
  return Array.from({ length: courses }, (_, course) => {
    const later = all.flatMap(({ driver, runs }) => laterRuns(driver.driver_name, runs[course] ?? []))
    const cameAt = arrivals(changes.filter((change) => change.course === course))
    const byRun = groupBy(later, ({ run }) => run)
    const byTime = groupBy(later, ({ driver_name, run }) => {
      const at = cameAt.get(driver_name)?.get(run)
      return at === undefined ? undefined : Math.floor(at / bucketLength) * bucketLength
    })
    return {
      course,
      by_run: byRun.map(([run, runs]) => ({ run: run + 1, difference: medianOf(runs), entries: runs.length })),
      by_time: byTime
        .filter(([, runs]) => runs.length >= fewestRuns)
        .map(([from, runs]) => ({ from, difference: medianOf(runs), runs: runs.length })),
    }
  })
}

/** The middle one, or the mean of the two middle ones to the millisecond; undefined of nothing. */
export function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  // + 0: there is no difference of -0.
  return lower === undefined || upper === undefined ? undefined : Math.round((lower + upper) / 2) + 0
}

function medianOf(runs: readonly Later[]): number {
  return median(runs.map(({ difference }) => difference)) ?? 0
}

function laterRuns(driver_name: string, runs: readonly RunResult[]): readonly Later[] {
  const timed = runs.flatMap(({ run }, index) => (run.kind === 'timed' ? [{ index, raw: run.raw }] : []))
  const [first, ...later] = timed
  return first ? later.map(({ index, raw }) => ({ driver_name, run: index, difference: raw - first.raw })) : []
}

/**
 * When each run came in, by driver and run: the last time that there was one where none had been. A correction is no
 * run.
 */
function arrivals(changes: readonly RunChange[]): ReadonlyMap<string, ReadonlyMap<number, number>> {
  const found = new Map<string, Map<number, number>>()
  for (const { driver_name, run, text_before, at } of changes) {
    if (text_before !== '') continue
    const own = found.get(driver_name) ?? new Map<number, number>()
    found.set(driver_name, own.set(run, at))
  }
  return found
}

/** In the order of the keys; what has no key is left out. */
function groupBy<Item>(items: readonly Item[], key: (item: Item) => number | undefined): [number, Item[]][] {
  const groups = new Map<number, Item[]>()
  for (const item of items) {
    const own = key(item)
    if (own === undefined) continue
    const group = groups.get(own)
    if (group) group.push(item)
    else groups.set(own, [item])
  }
  return [...groups].sort(([a], [b]) => a - b)
}
