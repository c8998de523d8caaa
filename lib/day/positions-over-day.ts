import { type Driver, runsByCourse } from '../record/driver.ts'
import type { Event } from '../record/event.ts'
import { classesByCode } from '../scoring/class-code.ts'
import { type EntryResult, entryResult } from '../scoring/entry-result.ts'
import { rank } from '../scoring/ranking.ts'
import type { ClassStanding } from '../standings/class-standing.ts'
import type { RunChange } from './day-history.ts'

/** The positions in a class at one moment, in the order of the given entries; undefined: no position yet. */
export interface PositionMoment {
  /** Unix ms; undefined for the moment before the first known change. */
  readonly at: number | undefined
  readonly positions: readonly (number | undefined)[]
}

/**
 * A moment for the start, and one for every list that changed a position in the class; the last one is now. Ranks the
 * entries that the class has now, by the event's rules: an entry has no position before its first time.
 */
export function positionsOverDay(
  { entries, ranked_by }: Pick<ClassStanding, 'ranked_by'> & { readonly entries: readonly EntryResult[] },
  changes: readonly RunChange[],
  event: Event,
): readonly PositionMoment[] {
  const classes = classesByCode(event)
  const indexes = new Map(entries.map(({ driver }, index) => [driver.driver_name, index]))
  const results = [...entries]
  const latestFirst: PositionMoment[] = []

  // Undoes the changes from the current results, so that the last moment is right even if some are missing.
  for (const step of byVersion(changes.filter(({ driver_name }) => indexes.has(driver_name))).toReversed()) {
    latestFirst.push({ at: step[0]?.at, positions: positionsOf(results) })
    for (const change of step.toReversed()) {
      const index = indexes.get(change.driver_name)
      const [now, result] = index === undefined ? [] : [entries[index], results[index]]
      if (index !== undefined && now && result) results[index] = pastResult(withoutChange(result.driver, change), now)
    }
  }
  latestFirst.push({ at: undefined, positions: positionsOf(results) })
  return latestFirst
    .toReversed()
    .filter((moment, index, moments) => index === 0 || !samePositions(moment, moments[index - 1]))

  function positionsOf(list: readonly EntryResult[]): readonly (number | undefined)[] {
    const positions: (number | undefined)[] = list.map(() => undefined)
    for (const { entry, position } of rank(list, ranked_by)) {
      const index = indexes.get(entry.driver.driver_name)
      if (index !== undefined) positions[index] = position?.place
    }
    return positions
  }

  /** With the published indexed time only if the result is the one that it was published with. */
  function pastResult(driver: Driver, now: EntryResult): EntryResult {
    const { published_indexed: _, ...record } = driver
    const result = entryResult(record, event, classes)
    const same = result.total === now.total && result.raw_total === now.raw_total
    return same ? entryResult({ ...driver, published_indexed: now.driver.published_indexed }, event, classes) : result
  }
}

/** The changes grouped by their list, in order. */
function byVersion(changes: readonly RunChange[]): readonly (readonly RunChange[])[] {
  const steps: RunChange[][] = []
  for (const change of changes) {
    const step = steps.at(-1)
    if (step?.[0]?.version === change.version) step.push(change)
    else steps.push([change])
  }
  return steps
}

/** The record before a change. */
function withoutChange(driver: Driver, { course, run, text_before }: RunChange): Driver {
  const courses = runsByCourse(driver)
  const runs = Array.from({ length: Math.max(courses.length, course + 1) }, (_, index) => [...(courses[index] ?? [])])
  const changed = runs[course] ?? []
  while (changed.length <= run) changed.push('')
  changed[run] = text_before
  return { ...driver, runs }
}

function samePositions(a: PositionMoment, b: PositionMoment | undefined): boolean {
  return a.positions.every((position, index) => position === b?.positions[index])
}
