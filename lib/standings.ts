import { classesByCode, classKey } from './class-code.ts'
import { classGroups } from './class-groups.ts'
import { type ClassStanding, classStanding, rankClass } from './class-standing.ts'
import { byName, type Driver, displayName } from './driver.ts'
import { type EntryResult, entryResult } from './entry-result.ts'
import type { Event } from './event.ts'
import { type Placed, type Position, rank } from './ranking.ts'
import { attributeOf, type SortBy, sortRows } from './sort.ts'
import { keepList, keepStanding, type Standing, standingOf } from './standing.ts'

/** Everything that is derived from a list of drivers and an event. */
export interface Standings {
  readonly event: Event
  readonly classes: readonly ClassStanding[]
  readonly by_name: ReadonlyMap<string, Standing>
  /** Everybody by indexed time; behind them who does not count; those without one at the end, by name. */
  readonly pax: readonly Standing[]
  /** Everybody by time; behind them who does not count; those without one at the end, by name. */
  readonly raw: readonly Standing[]
  /** On how many courses or days the event is driven: the most that any entry has, at least 1. */
  readonly courses: number
}

/**
 * The standings of a list, whatever its order. Given the previous standings of the same event, every row, list and class that
 * says the same as before is the same object as before, and records that did not change are not worked out again.
 */
export function standings(drivers: Iterable<Driver>, event: Event, previous?: Standings): Standings {
  const before = previous?.event === event ? previous : undefined
  const classes = classesByCode(event)
  const results = Array.from(byName(drivers).values(), (driver) => {
    const known = before?.by_name.get(driver.driver_name)
    return known?.driver === driver ? known : entryResult(driver, event, classes)
  })
  const entries = sortRows(results, nameOrder, nameOrderValue)
  const courses = entries.reduce((most, entry) => Math.max(most, entry.runs.length), 1)
  const raw = rank(entries, 'time')
  const pax = rank(entries, 'indexed')
  const rawPositions = positionsByName(raw)
  const paxPositions = positionsByName(pax)
  const rankedClasses = classGroups(entries, event, classes).map((group) => rankClass(group, event))

  const rows = new Map<string, Standing>()
  for (const [entry, place] of rankedClasses.flatMap(({ places }) => places)) {
    const name = entry.driver.driver_name
    const standing = standingOf(entry, place, {
      pax_position: paxPositions.get(name),
      raw_position: rawPositions.get(name),
      runs_left: runsLeft(entry, courses, event.runs_per_entry),
    })
    rows.set(name, keepStanding(before?.by_name.get(name), standing))
  }
  const classesBefore = new Map(before?.classes.map((entry) => [classKey(entry.code), entry]))
  const after: Standings = {
    event,
    classes: keepList(
      before?.classes,
      rankedClasses.map((ranked) => classStanding(ranked, rows, classesBefore.get(classKey(ranked.group.code)))),
    ),
    by_name: rows,
    pax: keepList(before?.pax, rowsInOrder(pax, rows)),
    raw: keepList(before?.raw, rowsInOrder(raw, rows)),
    courses,
  }
  const same = before && after.classes === before.classes && after.pax === before.pax && after.raw === before.raw
  return same ? before : after
}

/** Standings that remember the previous ones, so that what did not change keeps its identity from list to list. */
export function createStandings(event: Event): (drivers: Iterable<Driver>) => Standings {
  let previous: Standings | undefined
  return (drivers) => {
    previous = standings(drivers, event, previous)
    return previous
  }
}

/** How equals, and those without a time, are shown. */
const nameOrder: readonly SortBy[] = ['display_name', 'class', 'number'].map((attribute) => {
  return { attribute, direction: 'ascending' }
})

function nameOrderValue({ driver }: EntryResult, attribute: string) {
  return attribute === 'display_name' ? displayName(driver) : attributeOf(driver, attribute)
}

function positionsByName(ranking: readonly Placed<EntryResult>[]): ReadonlyMap<string, Position | undefined> {
  return new Map(ranking.map(({ entry, position }) => [entry.driver.driver_name, position]))
}

function rowsInOrder(ranking: readonly Placed<EntryResult>[], rows: ReadonlyMap<string, Standing>): Standing[] {
  return ranking.map(({ entry }) => rows.get(entry.driver.driver_name)).filter((row) => row !== undefined)
}

function runsLeft({ runs }: EntryResult, courses: number, perCourse: number | undefined): number | undefined {
  if (perCourse === undefined) return undefined
  let left = 0
  for (let course = 0; course < courses; course++) {
    const done = runs[course]?.filter((run) => run.counted).length ?? 0
    left += Math.max(0, perCourse - done)
  }
  return left
}
