import type { ClassGroup } from './class-groups.ts'
import type { EntryResult } from './entry-result.ts'
import type { Event } from './event.ts'
import { type Measure, type Ranking, rank } from './ranking.ts'
import { type ClassPlace, keepList, type Standing } from './standing.ts'
import { trophyCount } from './trophies.ts'

/** One class as it stands. */
export interface ClassStanding {
  /** As the event spells it; '' for the entries without a class. */
  readonly code: string
  readonly name: string | undefined
  /** By position; at the end, by name, those without one. */
  readonly entries: readonly Standing[]
  /** How many of the entries have a position. */
  readonly ranked: number
  /** How many trophies there are to win. */
  readonly trophies: number
  /** A class of members from several classes is ranked by indexed time. */
  readonly ranked_by: Measure
}

export interface RankedClass {
  readonly group: ClassGroup<EntryResult>
  readonly ranking: Ranking<EntryResult>
  readonly trophies: number
}

export function rankClass(group: ClassGroup<EntryResult>, event: Event): RankedClass {
  return {
    group,
    ranking: rank(group.entries, group.rankedBy),
    trophies: trophyCount(group.entries.length, event.trophies),
  }
}

/** Position, gaps and trophy of every entry of the class. Who shares the last trophy's place gets one too. */
export function classPlaces({ group, ranking, trophies }: RankedClass): ReadonlyMap<EntryResult, ClassPlace> {
  const places = new Map<EntryResult, ClassPlace>()
  const [first] = ranking.order
  let current: EntryResult | undefined
  let ahead: EntryResult | undefined
  for (const entry of ranking.order) {
    const position = ranking.positions.get(entry)
    if (position && position.place !== (current && ranking.positions.get(current)?.place)) {
      ahead = current
      current = entry
    }
    places.set(entry, {
      class_code: group.code,
      class_position: position,
      gap_to_first: position && ahead && gap(first, entry, group.rankedBy),
      gap_to_next: position && gap(ahead, entry, group.rankedBy),
      trophy: position !== undefined && position.place <= trophies,
    })
  }
  return places
}

/** The class with its rows, or the one before if nothing in it changed. */
export function classStanding(
  { group, ranking, trophies }: RankedClass,
  rows: ReadonlyMap<EntryResult, Standing>,
  before: ClassStanding | undefined,
): ClassStanding {
  const entries = keepList(
    before?.entries,
    ranking.order.flatMap((entry) => rows.get(entry) ?? []),
  )
  // With the same rows and the same event the trophies and what is ranked by are the same; members can spell the code anew.
  if (before && entries === before.entries && group.code === before.code) return before
  const { code, name, rankedBy } = group
  return { code, name, entries, ranked: ranking.positions.size, trophies, ranked_by: rankedBy }
}

function gap(ahead: EntryResult | undefined, entry: EntryResult, measure: Measure): number | undefined {
  const [better] = ahead?.scores ?? []
  const [own] = entry.scores
  if (better === undefined || own === undefined || better.completed !== own.completed) return undefined
  return (own[measure] ?? 0) - (better[measure] ?? 0)
}
