import { type Driver, runsByCourse } from '../record/driver.ts'
import type { Event } from '../record/event.ts'
import { classesByCode } from '../scoring/class-code.ts'
import { type EntryResult, entryResult } from '../scoring/entry-result.ts'
import { rank } from '../scoring/ranking.ts'
import type { ClassStanding } from '../standings/class-standing.ts'
import type { RunChange } from './day-history.ts'

/** The places in a class at one moment, in the order of the entries that were given; undefined: no place yet. */
export interface PositionMoment {
  /** Unix ms; undefined for what was there before anything that is known happened. */
  readonly at: number | undefined
  readonly places: readonly (number | undefined)[]
}

/**
 * How the positions of a class came about: a moment for what was there at first, and one for every published list that
 * changed a position. The last moment is how the class stands now. Every moment is ranked by the event's own rules,
 * among the entries that the class has now: who left is not in it, and who came later is without a place until then.
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

  // Backwards from what is there now: whatever the changes leave out, the last moment is right.
  for (const step of byVersion(changes.filter(({ driver_name }) => indexes.has(driver_name))).toReversed()) {
    latestFirst.push({ at: step[0]?.at, places: placesOf(results) })
    for (const change of step.toReversed()) {
      const index = indexes.get(change.driver_name)
      const [now, result] = index === undefined ? [] : [entries[index], results[index]]
      if (index !== undefined && now && result) results[index] = pastResult(withoutChange(result.driver, change), now)
    }
  }
  latestFirst.push({ at: undefined, places: placesOf(results) })
  return latestFirst
    .toReversed()
    .filter((moment, index, moments) => index === 0 || !samePlaces(moment, moments[index - 1]))

  function placesOf(list: readonly EntryResult[]): readonly (number | undefined)[] {
    const places: (number | undefined)[] = list.map(() => undefined)
    for (const { entry, position } of rank(list, ranked_by)) {
      const index = indexes.get(entry.driver.driver_name)
      if (index !== undefined) places[index] = position?.place
    }
    return places
  }

  /** The indexed time that the file publishes is of the result that it publishes, and of no other. */
  function pastResult(driver: Driver, now: EntryResult): EntryResult {
    const { published_indexed: _, ...record } = driver
    const result = entryResult(record, event, classes)
    const same = result.total === now.total && result.raw_total === now.raw_total
    return same ? entryResult({ ...driver, published_indexed: now.driver.published_indexed }, event, classes) : result
  }
}

/** The changes of one list belong together. */
function byVersion(changes: readonly RunChange[]): readonly (readonly RunChange[])[] {
  const steps: RunChange[][] = []
  for (const change of changes) {
    const step = steps.at(-1)
    if (step?.[0]?.version === change.version) step.push(change)
    else steps.push([change])
  }
  return steps
}

/** The record as it was before a run said something else. */
function withoutChange(driver: Driver, { course, run, text_before }: RunChange): Driver {
  const courses = runsByCourse(driver)
  const runs = Array.from({ length: Math.max(courses.length, course + 1) }, (_, index) => [...(courses[index] ?? [])])
  const changed = runs[course] ?? []
  while (changed.length <= run) changed.push('')
  changed[run] = text_before
  return { ...driver, runs }
}

function samePlaces(a: PositionMoment, b: PositionMoment | undefined): boolean {
  return a.places.every((place, index) => place === b?.places[index])
}
