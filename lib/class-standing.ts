import type { ClassGroup } from './class-groups.ts'
import type { EntryResult } from './entry-result.ts'
import type { Event } from './event.ts'
import { type Measure, type Placed, rank } from './ranking.ts'
import { type ClassPlace, keepList, type Standing } from './standing.ts'
import { trophyCount } from './trophies.ts'

/** One class as it stands. */
export interface ClassStanding {
  /** As the event spells it; '' for the entries without a class. */
  readonly code: string
  readonly name: string | undefined
  /** By position; behind them who does not count, by time; at the end, by name, those without one. */
  readonly entries: readonly Standing[]
  /** How many of the entries have a position. */
  readonly ranked: number
  /** How many trophies there are to win. */
  readonly trophies: number
  /** A class of members from several classes is ranked by indexed time. */
  readonly ranked_by: Measure
}

/** A class with the places of its entries, before there are rows. */
export interface RankedClass {
  readonly group: ClassGroup<EntryResult>
  readonly trophies: number
  readonly places: readonly (readonly [EntryResult, ClassPlace])[]
}

/** Position, gaps and trophy of every entry of a class, best first. Who shares the last trophy's place gets one too. */
export function rankClass(group: ClassGroup<EntryResult>, event: Event): RankedClass {
  const trophies = trophyCount(group.entries.filter(({ counts }) => counts).length, event.trophies)
  const ranking = rank(group.entries, group.rankedBy)
  const first = ranking[0]?.entry
  let current: Placed<EntryResult> | undefined
  let ahead: EntryResult | undefined
  const places = ranking.map((placed): [EntryResult, ClassPlace] => {
    const { entry, position } = placed
    if (position?.place !== current?.position?.place) {
      ahead = current?.entry
      current = placed
    }
    const place = {
      class_code: group.code,
      class_position: position,
      gap_to_first: position && ahead && gap(first, entry, group.rankedBy),
      gap_to_next: position && gap(ahead, entry, group.rankedBy),
      trophy: position !== undefined && position.place <= trophies,
    }
    return [entry, place]
  })
  return { group, trophies, places }
}

/** The class with its rows, or the one before if nothing in it changed. */
export function classStanding(
  { group, trophies, places }: RankedClass,
  rows: ReadonlyMap<string, Standing>,
  before: ClassStanding | undefined,
): ClassStanding {
  const inOrder = places.map(([{ driver }]) => rows.get(driver.driver_name)).filter((row) => row !== undefined)
  const entries = keepList(before?.entries, inOrder)
  // The same rows of the same event: so are the trophies and what they are ranked by.
  if (before && entries === before.entries) return before
  const ranked = places.filter(([, place]) => place.class_position).length
  return { code: group.code, name: group.name, entries, ranked, trophies, ranked_by: group.rankedBy }
}

function gap(ahead: EntryResult | undefined, entry: EntryResult, measure: Measure): number | undefined {
  const [better] = ahead?.scores ?? []
  const [own] = entry.scores
  if (better === undefined || own === undefined || better.completed !== own.completed) return undefined
  return (own[measure] ?? 0) - (better[measure] ?? 0)
}
