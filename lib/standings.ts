import { classKey } from './class-code.ts'
import { groupsInOrder } from './class-groups.ts'
import { type ClassStanding, classStanding, trophiesOf } from './class-standing.ts'
import type { Event } from './event.ts'
import type { DriverSource } from './field.ts'
import { PlacedMap } from './placed-map.ts'
import { openField, type RankedEntry, type RankedField, updateRankedField } from './ranked-field.ts'
import type { SeatedRanking } from './seated-ranking.ts'
import { keepList, type Standing } from './standing.ts'
import { type SeatedRows, type StandingRows, updateRows } from './standing-rows.ts'

/** Everything that is derived from a list of drivers and an event. */
export interface Standings {
  readonly event: Event
  readonly classes: readonly ClassStanding[]
  /** Class by class, each by position. */
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
  readonly rows: StandingRows
}

const origins = new WeakMap<Standings, Origin>()

/**
 * The standings of a list, whatever its order. Given the previous standings of the same event, every row, list and class that
 * says the same as before is the same object as before, and only what changed, or stands elsewhere than before, is worked out.
 */
export function standings(drivers: DriverSource, event: Event, previous?: Standings): Standings {
  const origin = previous?.event === event ? origins.get(previous) : undefined
  const before = origin && previous
  const ranked = updateRankedField(origin?.ranked ?? openField(event), drivers, event)
  if (before && ranked === origin.ranked) return before

  const rows = updateRows(ranked, event, origin)
  const changedClasses = new Set<string | undefined>()
  for (const seat of rows.changed) changedClasses.add(rows.bySeat[seat]?.class_code)
  const classesBefore = new Map(before?.classes.map((entry) => [classKey(entry.code), entry]))
  const classes = groupsInOrder(ranked.groups, ranked.headings, before?.classes).map((group) => {
    const key = classKey(group.code)
    const known = classesBefore.get(key)
    const isSameGroup = known && origin?.ranked.groups.get(key) === group
    if (isSameGroup && !changedClasses.has(group.code)) return known
    const entries = rowsOf(group.entries, rows.bySeat)
    // Places in the whole field are no matter of the class.
    if (isSameGroup) return { ...known, entries }
    return classStanding(group, entries, trophiesOf(group, event), known)
  })
  const after: Standings = {
    event,
    classes: keepList(before?.classes, classes),
    by_name: rowsByName(ranked.field.seats, rows.bySeat, classes),
    pax: rankedRows(ranked.pax, rows, before?.pax),
    raw: rankedRows(ranked.raw, rows, before?.raw),
    courses: ranked.courses,
  }
  origins.set(after, { ranked, rows })
  return after
}

/**
 * The rows that standings were made of, by seat: the same number for the same entry in all standings that were made one from the
 * other, as long as it stays in the list.
 */
export function rowsBehind(standings: Standings): StandingRows {
  return origins.get(standings)?.rows ?? { bySeat: [...standings.by_name.values()], before: undefined, changed: [] }
}

/** Standings that remember the previous ones, so that what did not change keeps its identity from list to list. */
export function createStandings(event: Event): (drivers: DriverSource) => Standings {
  let previous: Standings | undefined
  return (drivers) => {
    previous = standings(drivers, event, previous)
    return previous
  }
}

/** The rows in the order of a ranking; `list` are those in the order before. */
function rankedRows(
  { entries, indexes, moved }: SeatedRanking<RankedEntry>,
  { bySeat, changed }: StandingRows,
  list: readonly Standing[] | undefined,
): readonly Standing[] {
  if (!list) return rowsOf(entries, bySeat)
  const rows = list.slice(0, entries.length)
  const put = (index: number | undefined, row: Standing | undefined) => {
    if (index !== undefined && row) rows[index] = row
  }
  for (let index = moved.from; index < moved.until; index += 1) put(index, bySeat[entries[index]?.seat ?? -1])
  for (const seat of changed) put(indexes[seat], bySeat[seat])
  return rows
}

function rowsOf(order: readonly RankedEntry[], bySeat: SeatedRows): readonly Standing[] {
  const rows: Standing[] = []
  for (const { seat } of order) {
    const row = bySeat[seat]
    if (row) rows.push(row)
  }
  return rows
}

/** Made here, so that what standings were made from is not kept alive by them. */
function rowsByName(
  seats: ReadonlyMap<string, number>,
  bySeat: SeatedRows,
  classes: readonly ClassStanding[],
): ReadonlyMap<string, Standing> {
  return new PlacedMap(seats, bySeat, nameOf, () => classes.flatMap(({ entries }) => entries))
}

function nameOf({ driver }: Standing): string {
  return driver.driver_name
}
