import { classKey } from './class-code.ts'
import { groupsInOrder } from './class-groups.ts'
import { type ClassStanding, classPlaces, classStanding, trophiesOf } from './class-standing.ts'
import type { Driver } from './driver.ts'
import type { EntryResult } from './entry-result.ts'
import type { Event } from './event.ts'
import { openField, type RankedEntry, type RankedField, updateRankedField } from './ranked-field.ts'
import type { Position, Ranking } from './ranking.ts'
import { RowsByName } from './rows-by-name.ts'
import { type ClassPlace, keepList, keepStanding, type Standing } from './standing.ts'

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
  readonly raw: SeatPositions
  readonly pax: SeatPositions
  /** By seat. */
  readonly rows: readonly (Standing | undefined)[]
}

/** By seat. */
type SeatPositions = readonly (Position | undefined)[]

const origins = new WeakMap<Standings, Origin>()

/**
 * The standings of a list, whatever its order. Given the previous standings of the same event, every row, list and class that
 * says the same as before is the same object as before, and only what changed, or stands elsewhere than before, is worked out.
 */
export function standings(drivers: Iterable<Driver>, event: Event, previous?: Standings): Standings {
  const origin = previous?.event === event ? origins.get(previous) : undefined
  const before = origin && previous
  const ranked = updateRankedField(origin?.ranked ?? openField(event), drivers, event)
  if (before && ranked === origin.ranked) return before

  const { entries, seats } = ranked.field
  const courses = entries.reduce((most, entry) => Math.max(most, entry?.runs.length ?? 0), 1)
  // The seats whose row may be another one.
  const concerned = new Set<number>(courses === before?.courses ? [] : entries.keys())
  const raw = positionsBySeat(ranked.raw, origin?.ranked.raw, origin?.raw, concerned)
  const pax = positionsBySeat(ranked.pax, origin?.ranked.pax, origin?.pax, concerned)
  const groups = groupsInOrder(ranked.groups, ranked.headings).map((group) => {
    return { group, key: classKey(group.code), trophies: trophiesOf(group, event) }
  })
  const places = new Map<number, ClassPlace>()
  for (const { group, key, trophies } of groups) {
    // In a class where nobody changed, the rows before say all that the class says about them.
    if (origin?.ranked.groups.get(key) === group) continue
    const inClass = classPlaces(group, trophies)
    group.entries.forEach(({ seat }, index) => {
      const place = inClass[index]
      if (place) places.set(seat, place)
      concerned.add(seat)
    })
  }

  const rows = entries.map((entry, seat) => entry && origin?.rows[seat])
  for (const seat of concerned) {
    const entry = entries[seat]
    const known = origin?.rows[seat]
    const place = places.get(seat) ?? known
    if (!entry || !place) continue
    // Whose record is the same has as many runs left as before, on as many courses.
    const isKnown = known?.driver === entry.driver && before?.courses === courses
    const runs_left = isKnown ? known.runs_left : runsLeft(entry, courses, event.runs_per_entry)
    rows[seat] = keepStanding(known, entry, place, { pax_position: pax[seat], raw_position: raw[seat], runs_left })
  }

  const classesBefore = new Map(before?.classes.map((entry) => [classKey(entry.code), entry]))
  const classes = groups.map(({ group, key, trophies }) => {
    const classBefore = classesBefore.get(key)
    return classStanding(group, rowsOf(group.entries, rows, classBefore?.entries), trophies, classBefore)
  })
  const after: Standings = {
    event,
    classes: keepList(before?.classes, classes),
    by_name: new RowsByName(seats, rows, classes),
    pax: rowsOf(ranked.pax.entries, rows, before?.pax),
    raw: rowsOf(ranked.raw.entries, rows, before?.raw),
    courses,
  }
  origins.set(after, { ranked, raw, pax, rows })
  return after
}

/**
 * The rows of standings by seat: the same number for the same entry in all standings that were made one after the other, as long
 * as it stays in the list. `lineage` is the same object in all of those.
 */
export function rowsBySeat(
  standings: Standings,
): { readonly lineage: object; readonly rows: readonly (Standing | undefined)[] } | undefined {
  const origin = origins.get(standings)
  return origin && { lineage: origin.ranked.headings, rows: origin.rows }
}

/** Standings that remember the previous ones, so that what did not change keeps its identity from list to list. */
export function createStandings(event: Event): (drivers: Iterable<Driver>) => Standings {
  let previous: Standings | undefined
  return (drivers) => {
    previous = standings(drivers, event, previous)
    return previous
  }
}

/** The positions by seat; the seats of those that have another one than before go to `changed`. */
function positionsBySeat(
  { entries, positions }: Ranking<RankedEntry>,
  ranking: Ranking<RankedEntry> | undefined,
  before: SeatPositions | undefined,
  changed: Set<number>,
): SeatPositions {
  const bySeat = before?.slice() ?? new Array(entries.length).fill(undefined)
  entries.forEach((entry, index) => {
    const position = positions[index]
    if (entry === ranking?.entries[index] && position === ranking.positions[index]) return
    if (bySeat[entry.seat] !== position) changed.add(entry.seat)
    bySeat[entry.seat] = position
  })
  return bySeat
}

/** The rows in an order; the list before if they are the very same. */
function rowsOf(
  order: readonly RankedEntry[],
  rows: readonly (Standing | undefined)[],
  before: readonly Standing[] | undefined,
): readonly Standing[] {
  if (before?.length === order.length && order.every(({ seat }, index) => rows[seat] === before[index])) return before
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
