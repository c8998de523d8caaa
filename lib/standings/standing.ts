import type { EntryResult } from '../scoring/entry-result.ts'
import type { Position } from '../scoring/ranking.ts'

/** Where an entry is among the others. Times in ms; undefined: none. */
export interface Placement {
  /** The code of the class that it competes in, in the spelling of ClassStanding; '' without a class. */
  class_code: string
  class_position: Position | undefined
  pax_position: Position | undefined
  raw_position: Position | undefined
  /** To the first and the next position ahead, in the class's measure; undefined if the numbers of runs differ. */
  gap_to_first: number | undefined
  gap_to_next: number | undefined
  /** How many runs (courses, laps) its result has fewer than the first; undefined without a position. */
  fewer_than_first: number | undefined
  trophy: boolean
  /** Runs to come on all courses or days; undefined unless the event has `runs_per_entry`. */
  runs_left: number | undefined
}

/** The result and the placement of one entry: one row. */
export interface Standing extends EntryResult, Readonly<Placement> {}

/** Field by field: spreading takes twice as long, and one list needs thousands. */
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
    tie_order: result.tie_order,
    class_code: placement.class_code,
    class_position: placement.class_position,
    pax_position: placement.pax_position,
    raw_position: placement.raw_position,
    gap_to_first: placement.gap_to_first,
    gap_to_next: placement.gap_to_next,
    fewer_than_first: placement.fewer_than_first,
    trophy: placement.trophy,
    runs_left: placement.runs_left,
  }
}

/** Whether a row shows this result and placement. In one event, the same record has the same result. */
export function isRowOf(row: Standing, result: EntryResult, placement: Readonly<Placement>): boolean {
  return (
    row.driver === result.driver &&
    row.class_code === placement.class_code &&
    samePosition(row.class_position, placement.class_position) &&
    samePosition(row.pax_position, placement.pax_position) &&
    samePosition(row.raw_position, placement.raw_position) &&
    row.gap_to_first === placement.gap_to_first &&
    row.gap_to_next === placement.gap_to_next &&
    row.fewer_than_first === placement.fewer_than_first &&
    row.trophy === placement.trophy &&
    row.runs_left === placement.runs_left
  )
}

function samePosition(a: Position | undefined, b: Position | undefined): boolean {
  return a === b || (a?.place === b?.place && a?.shared === b?.shared)
}
