import { classKey } from './class-code.ts'
import { groupsInOrder } from './class-groups.ts'
import { type ClassStanding, classPlaces, classStanding, trophiesOf } from './class-standing.ts'
import type { Driver } from './driver.ts'
import type { EntryResult } from './entry-result.ts'
import type { Event } from './event.ts'
import { openField, type RankedEntry, type RankedField, updateRankedField } from './ranked-field.ts'
import { type Measure, type Position, positionsOf } from './ranking.ts'
import { keepList, keepStanding, type OverallPlace, type Standing } from './standing.ts'

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

/** What standings were made from, so that the next ones are made from what changed. */
interface Origin {
  readonly ranked: RankedField
  /** By seat. */
  readonly rows: readonly (Standing | undefined)[]
}

const origins = new WeakMap<Standings, Origin>()

/**
 * The standings of a list, whatever its order. Given the previous standings of the same event, every row, list and class that
 * says the same as before is the same object as before, and only records that changed are worked out and put in order again.
 */
export function standings(drivers: Iterable<Driver>, event: Event, previous?: Standings): Standings {
  const origin = previous?.event === event ? origins.get(previous) : undefined
  const before = origin && previous
  const ranked = updateRankedField(origin?.ranked ?? openField(event), drivers, event)
  if (before && ranked === origin.ranked) return before

  const { entries } = ranked.field
  const courses = entries.reduce((most, entry) => Math.max(most, entry?.runs.length ?? 0), 1)
  const overallOf = overallPlaces(ranked, event, courses)
  const classesBefore = new Map(before?.classes.map((entry) => [classKey(entry.code), entry]))
  const rows: (Standing | undefined)[] = new Array(entries.length).fill(undefined)
  const by_name = new Map<string, Standing>()
  const classes = groupsInOrder(ranked.groups, ranked.headings).map((group) => {
    const key = classKey(group.code)
    const classBefore = classesBefore.get(key)
    const trophies = trophiesOf(group, event)
    // In a class where nobody changed, the rows before say all that the class says about them.
    const unchanged = origin?.ranked.groups.get(key) === group ? classBefore?.entries : undefined
    const places = unchanged ?? classPlaces(group, trophies)
    group.entries.forEach((entry, index) => {
      const place = places[index]
      if (!place) return
      const known = origin?.rows[entry.seat]
      const row = keepStanding(known, entry, place, overallOf(entry, known, before))
      rows[entry.seat] = row
      by_name.set(entry.driver.driver_name, row)
    })
    return classStanding(group, rowsOf(group.entries, rows), trophies, classBefore)
  })
  const after: Standings = {
    event,
    classes: keepList(before?.classes, classes),
    by_name,
    pax: keepList(before?.pax, rowsOf(ranked.pax, rows)),
    raw: keepList(before?.raw, rowsOf(ranked.raw, rows)),
    courses,
  }
  origins.set(after, { ranked, rows })
  return after
}

/** Standings that remember the previous ones, so that what did not change keeps its identity from list to list. */
export function createStandings(event: Event): (drivers: Iterable<Driver>) => Standings {
  let previous: Standings | undefined
  return (drivers) => {
    previous = standings(drivers, event, previous)
    return previous
  }
}

/** What all entries together say about each; what it has left is counted when it or the number of courses changed. */
function overallPlaces({ raw, pax, field }: RankedField, { runs_per_entry: perCourse }: Event, courses: number) {
  const rawPositions = positionsBySeat(raw, 'time', field.entries.length)
  const paxPositions = positionsBySeat(pax, 'indexed', field.entries.length)
  return (entry: RankedEntry, known: Standing | undefined, before: Standings | undefined): OverallPlace => ({
    pax_position: paxPositions[entry.seat],
    raw_position: rawPositions[entry.seat],
    runs_left:
      known?.driver === entry.driver && before?.courses === courses
        ? known.runs_left
        : runsLeft(entry, courses, perCourse),
  })
}

function positionsBySeat(order: readonly RankedEntry[], measure: Measure, seats: number) {
  const bySeat: (Position | undefined)[] = new Array(seats).fill(undefined)
  const positions = positionsOf(order, measure)
  order.forEach(({ seat }, index) => {
    bySeat[seat] = positions[index]
  })
  return bySeat
}

function rowsOf(order: readonly RankedEntry[], rows: readonly (Standing | undefined)[]): readonly Standing[] {
  return order.map(({ seat }) => rows[seat]).filter((row) => row !== undefined)
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
