import type { ClassGroup } from './class-groups.ts'
import type { EntryResult } from './entry-result.ts'
import type { Event } from './event.ts'
import { type Measure, positionsOf } from './ranking.ts'
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

/** How many trophies there are in a class: those who do not count make none. */
export function trophiesOf({ entries }: ClassGroup<EntryResult>, event: Event): number {
  return trophyCount(entries.filter(({ counts }) => counts).length, event.trophies)
}

/** Position, gaps and trophy of every entry of a class, in its order. Who shares the last trophy's place gets one too. */
export function classPlaces(
  { code, entries, rankedBy }: ClassGroup<EntryResult>,
  trophies: number,
): readonly ClassPlace[] {
  const positions = positionsOf(entries, rankedBy)
  const [first] = entries
  let current: number | undefined
  let ahead: EntryResult | undefined
  return entries.map((entry, index) => {
    const position = positions[index]
    if (current === undefined || position !== positions[current]) {
      ahead = current === undefined ? undefined : entries[current]
      current = index
    }
    return {
      class_code: code,
      class_position: position,
      gap_to_first: position && ahead && gap(first, entry, rankedBy),
      gap_to_next: position && gap(ahead, entry, rankedBy),
      trophy: position !== undefined && position.place <= trophies,
    }
  })
}

/** The class with its rows, or the one before if nothing in it changed. */
export function classStanding(
  { code, name, rankedBy }: ClassGroup<EntryResult>,
  rows: readonly Standing[],
  trophies: number,
  before: ClassStanding | undefined,
): ClassStanding {
  const entries = keepList(before?.entries, rows)
  // The same rows of the same event: so are the trophies and what they are ranked by.
  if (before && entries === before.entries) return before
  const ranked = entries.filter((row) => row.class_position).length
  return { code, name, entries, ranked, trophies, ranked_by: rankedBy }
}

function gap(ahead: EntryResult | undefined, entry: EntryResult, measure: Measure): number | undefined {
  const [better] = ahead?.scores ?? []
  const [own] = entry.scores
  if (better === undefined || own === undefined || better.completed !== own.completed) return undefined
  return (own[measure] ?? 0) - (better[measure] ?? 0)
}
