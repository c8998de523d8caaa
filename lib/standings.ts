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
  /** Where each class stands among the classes, by `classKey`. */
  readonly placeOfClass: ReadonlyMap<string, number>
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
  const same = before && sameClasses(before.classes, origin, ranked, rows, event)
  const classes = same ?? allClasses(before?.classes, ranked, rows, event)
  const after: Standings = {
    event,
    classes: keepList(before?.classes, classes),
    by_name: rowsByName(ranked.field.seats, rows.bySeat, classes),
    pax: rankedRows(ranked.pax, rows, before?.pax),
    raw: rankedRows(ranked.raw, rows, before?.raw),
    courses: ranked.courses,
  }
  const placeOfClass =
    same && origin ? origin.placeOfClass : new Map(classes.map(({ code }, place) => [classKey(code), place]))
  origins.set(after, { ranked, rows, placeOfClass })
  return after
}

/** All classes, in their order; what says the same as before is the same object as before. */
function allClasses(
  before: readonly ClassStanding[] | undefined,
  { groups, headings }: RankedField,
  { bySeat }: StandingRows,
  event: Event,
): readonly ClassStanding[] {
  const known = new Map(before?.map((one) => [classKey(one.code), one]))
  return groupsInOrder(groups, headings).map((group) => {
    return classStanding(
      group,
      rowsOf(group.entries, bySeat),
      trophiesOf(group, event),
      known.get(classKey(group.code)),
    )
  })
}

/**
 * The classes where they were, since none came or went, as nearly always; else undefined. Only those are looked at in which
 * somebody's row is another.
 */
function sameClasses(
  before: readonly ClassStanding[],
  { ranked: { groups: groupsBefore }, placeOfClass }: Origin,
  { groups }: RankedField,
  { bySeat, changed }: StandingRows,
  event: Event,
): readonly ClassStanding[] | undefined {
  if (groups.size !== groupsBefore.size) return undefined
  const concerned = new Set<string>()
  for (const [key, group] of groups) {
    if (groupsBefore.get(key) !== group) concerned.add(key)
  }
  for (const seat of changed) {
    const row = bySeat[seat]
    if (row) concerned.add(classKey(row.class_code))
  }
  const classes = [...before]
  for (const key of concerned) {
    const [group, place] = [groups.get(key), placeOfClass.get(key)]
    const known = place === undefined ? undefined : before[place]
    // It came while another one went.
    if (!group || place === undefined || !known) return undefined
    const entries = rowsOf(group.entries, bySeat)
    // Places in the whole field are no matter of the class.
    const isSameGroup = groupsBefore.get(key) === group
    classes[place] = isSameGroup
      ? { ...known, entries }
      : classStanding(group, entries, trophiesOf(group, event), known)
  }
  return classes
}

/**
 * The rows that standings were made of, by seat: the same number for the same entry in all standings that were made one from the
 * other, as long as it stays in the list.
 */
export function rowsBehind(standings: Standings): StandingRows {
  return origins.get(standings)?.rows ?? { bySeat: [...standings.by_name.values()], before: undefined, changed: [] }
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
