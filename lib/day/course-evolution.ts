import type { EntryResult } from '../scoring/entry-result.ts'
import type { RunResult } from '../scoring/run-result.ts'
import type { RunChange } from './day-history.ts'

/** How later runs of a course differ from each entry's first one. Differences in ms; negative: faster. */
export interface CourseEvolution {
  /** Counts from 0. */
  readonly course: number
  readonly by_run: readonly RunPoint[]
  readonly by_time: readonly TimePoint[]
}

interface RunPoint {
  /** The number of the run, from 1. */
  readonly run: number
  readonly difference: number
  /** The number of entries that the median is of. */
  readonly entries: number
}

interface TimePoint {
  /** Unix ms: the start of the quarter of an hour. */
  readonly from: number
  readonly difference: number
  /** The number of runs that the median is of. */
  readonly runs: number
}

/** A quarter of an hour, in ms. */
export const bucketLength = 15 * 60_000
/** With fewer runs, the median depends more on the drivers than on the course. */
export const fewestRuns = 3

interface LaterRun {
  readonly driver_name: string
  readonly run: number
  readonly difference: number
}

/**
 * The median difference of later timed runs to the first timed run of the same entry and course, in raw time: for every
 * run number, and for every quarter of an hour with at least `fewestRuns` of them. `changes` have the times of day.
 */
export function courseEvolution(
  entries: Iterable<Pick<EntryResult, 'driver' | 'runs'>>,
  changes: readonly RunChange[],
): readonly CourseEvolution[] {
  const all = [...entries]
  const courses = all.reduce((most, { runs }) => Math.max(most, runs.length), 0)
  return Array.from({ length: courses }, (_, course) => {
    const later = all.flatMap(({ driver, runs }) => laterRuns(driver.driver_name, runs[course] ?? []))
    const publishedAt = publishingTimes(changes.filter((change) => change.course === course))
    const byRun = groupBy(later, ({ run }) => run)
    const byTime = groupBy(later, ({ driver_name, run }) => {
      const at = publishedAt.get(driver_name)?.get(run)
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

/** The middle value, or the mean of the two middle ones, rounded; undefined without values. */
export function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  // + 0 turns -0 into 0.
  return lower === undefined || upper === undefined ? undefined : Math.round((lower + upper) / 2) + 0
}

function medianOf(runs: readonly LaterRun[]): number {
  return median(runs.map(({ difference }) => difference)) ?? 0
}

function laterRuns(driver_name: string, runs: readonly RunResult[]): readonly LaterRun[] {
  const timed = runs.flatMap(({ run }, index) => (run.kind === 'timed' ? [{ index, raw: run.raw }] : []))
  const [first, ...later] = timed
  return first ? later.map(({ index, raw }) => ({ driver_name, run: index, difference: raw - first.raw })) : []
}

/** When each run was published (Unix ms), by driver and run: the last time that an empty run got a text. */
function publishingTimes(changes: readonly RunChange[]): ReadonlyMap<string, ReadonlyMap<number, number>> {
  const found = new Map<string, Map<number, number>>()
  for (const { driver_name, run, text_before, at } of changes) {
    if (text_before !== '') continue
    const own = found.get(driver_name) ?? new Map<number, number>()
    found.set(driver_name, own.set(run, at))
  }
  return found
}

/** In ascending order of the keys. Leaves out items without a key. */
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
