import type { EntryResult } from '../scoring/entry-result.ts'
import type { Position } from '../scoring/ranking.ts'

/** What an entry's place among the others adds to its result. Times in ms; undefined: none. */
export interface Placement {
  /** The class it competes in, spelled as the class is everywhere; '' when it has none. */
  class_code: string
  class_position: Position | undefined
  pax_position: Position | undefined
  raw_position: Position | undefined
  /** To the first and to the next position ahead, in what the class is ranked by; none from fewer runs to more. */
  gap_to_first: number | undefined
  gap_to_next: number | undefined
  trophy: boolean
  /** Runs to come on all courses or days, when the event says how many there are. */
  runs_left: number | undefined
}

/** One entry among the others: one row. */
export interface Standing extends EntryResult, Readonly<Placement> {}

/** Written out, since thousands are made at once and spreading takes twice as long. */
export function standingOf(result: EntryResult, placement: Readonly<Placement>): Standing {
  return {
    driver: result.driver,
    runs: result.runs,
    total: result.total,
    raw_total: result.raw_total,
    indexed: result.indexed,
    factor: result.factor,
    completed: result.completed,
    runs_done: result.runs_done,
    counts: result.counts,
    scores: result.scores,
    class_code: placement.class_code,
    class_position: placement.class_position,
    pax_position: placement.pax_position,
    raw_position: placement.raw_position,
    gap_to_first: placement.gap_to_first,
    gap_to_next: placement.gap_to_next,
    trophy: placement.trophy,
    runs_left: placement.runs_left,
  }
}

/**
 * Whether a row shows this result and this placement. Both are of the same event, so that one record has one result.
 */
export function isRowOf(row: Standing, result: EntryResult, placement: Readonly<Placement>): boolean {
  return (
    row.driver === result.driver &&
    row.class_code === placement.class_code &&
    samePosition(row.class_position, placement.class_position) &&
    samePosition(row.pax_position, placement.pax_position) &&
    samePosition(row.raw_position, placement.raw_position) &&
    row.gap_to_first === placement.gap_to_first &&
    row.gap_to_next === placement.gap_to_next &&
    row.trophy === placement.trophy &&
    row.runs_left === placement.runs_left
  )
}

/** The list before, if the list after has the very same items. */
export function reuseIfEqual<Item>(before: readonly Item[] | undefined, after: readonly Item[]): readonly Item[] {
  const isEqual = before?.length === after.length && before.every((item, index) => item === after[index])
  return isEqual ? before : after
}

function samePosition(a: Position | undefined, b: Position | undefined): boolean {
  return a === b || (a?.place === b?.place && a?.shared === b?.shared)
}
