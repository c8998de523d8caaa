import { classPlaces, trophiesOf } from './class-standing.ts'
import type { EntryResult } from './entry-result.ts'
import type { Event } from './event.ts'
import type { RankedEntry, RankedField } from './ranked-field.ts'
import { type ClassPlace, keepStanding, type Standing } from './standing.ts'

/** Rows by seat; none where nobody sits. */
export type SeatedRows = readonly (Standing | undefined)[]

/** The row of every entry of a field, and which of them are others than before. */
export interface StandingRows {
  readonly bySeat: SeatedRows
  /** The rows that these were made from. */
  readonly before: SeatedRows | undefined
  /** The seats whose row is another than before; of those that were left, too. */
  readonly changed: readonly number[]
}

/** The rows of a field. Given the field before and its rows, only those are looked at that may say something else now. */
export function updateRows(
  ranked: RankedField,
  event: Event,
  origin?: { readonly ranked: RankedField; readonly rows: StandingRows },
): StandingRows {
  const { field, raw, pax, courses } = ranked
  const before = origin?.rows.bySeat
  const bySeat = before?.slice() ?? new Array<Standing | undefined>(field.entries.length).fill(undefined)
  const places = placesInChangedClasses(ranked, event, origin?.ranked)
  // Whose record is the same has as many runs left as before, on as many courses.
  const sameCourses = courses === origin?.ranked.courses
  const changed: number[] = []
  for (const seat of sameCourses ? concernedSeats(ranked, origin.ranked, places) : field.entries.keys()) {
    const entry = field.entries[seat]
    const known = bySeat[seat]
    const place = places.get(seat) ?? known
    if (!entry || !place) continue
    const isKnown = sameCourses && known?.driver === entry.driver
    const row = keepStanding(known, entry, place, {
      pax_position: pax.positions[pax.indexes[seat] ?? -1],
      raw_position: raw.positions[raw.indexes[seat] ?? -1],
      runs_left: isKnown ? known.runs_left : runsLeft(entry, courses, event.runs_per_entry),
    })
    if (row === known) continue
    bySeat[seat] = row
    changed.push(seat)
  }
  if (field.seats !== origin?.ranked.field.seats) {
    bySeat.forEach((row, seat) => {
      if (!row || field.entries[seat]) return
      bySeat[seat] = undefined
      changed.push(seat)
    })
  }
  return { bySeat, before, changed }
}

/** The seats whose row may be another one: in a class where somebody changed, or in another position of all. */
function concernedSeats(
  { raw, pax }: RankedField,
  before: RankedField,
  places: ReadonlyMap<number, ClassPlace>,
): Iterable<number> {
  const seats = new Set(places.keys())
  for (const [{ entries, positions, moved }, old] of [
    [raw, before.raw],
    [pax, before.pax],
  ] as const) {
    for (let index = moved.from; index < moved.until; index += 1) {
      const entry = entries[index]
      if (!entry || (entry === old.entries[index] && positions[index] === old.positions[index])) continue
      seats.add(entry.seat)
    }
  }
  return seats
}

/** By seat. In a class where nobody changed, the rows before say all that the class says about them. */
function placesInChangedClasses(
  { groups }: RankedField,
  event: Event,
  before: RankedField | undefined,
): ReadonlyMap<number, ClassPlace> {
  const places = new Map<number, ClassPlace>()
  for (const [key, group] of groups) {
    if (before?.groups.get(key) === group) continue
    const inClass = classPlaces(group, trophiesOf(group, event))
    group.entries.forEach(({ seat }: RankedEntry, index) => {
      const place = inClass[index]
      if (place) places.set(seat, place)
    })
  }
  return places
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
