import type { EntryResult } from './entry-result.ts'
import type { Position } from './ranking.ts'

/** One entry among the others. Times in ms; undefined: none. */
export interface Standing extends EntryResult {
  /** The class it competes in, spelled as the class is everywhere; '' when it has none. */
  readonly class_code: string
  readonly class_position: Position | undefined
  readonly pax_position: Position | undefined
  readonly raw_position: Position | undefined
  /** To the first and to the next place ahead, in what the class is ranked by; none for the first, nor from fewer runs to more. */
  readonly gap_to_first: number | undefined
  readonly gap_to_next: number | undefined
  readonly trophy: boolean
  /** Runs to come on all courses or days, when the event says how many there are. */
  readonly runs_left: number | undefined
}

/** What its class says about an entry. */
export type ClassPlace = Pick<Standing, 'class_code' | 'class_position' | 'gap_to_first' | 'gap_to_next' | 'trophy'>

/** What all entries together say about one. */
type OverallPlace = Pick<Standing, 'pax_position' | 'raw_position' | 'runs_left'>

/** One row of them all. Written out, since thousands are made at once and spreading takes twice as long. */
export function standingOf(result: EntryResult, place: ClassPlace, overall: OverallPlace): Standing {
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
    class_code: place.class_code,
    class_position: place.class_position,
    gap_to_first: place.gap_to_first,
    gap_to_next: place.gap_to_next,
    trophy: place.trophy,
    pax_position: overall.pax_position,
    raw_position: overall.raw_position,
    runs_left: overall.runs_left,
  }
}

/** The standing before, so that its row does not render again, unless there is something new to say. Both of the same event. */
export function keepStanding(
  before: Standing | undefined,
  result: EntryResult,
  place: ClassPlace,
  overall: OverallPlace,
): Standing {
  const same =
    before !== undefined &&
    before.driver === result.driver &&
    before.class_code === place.class_code &&
    samePosition(before.class_position, place.class_position) &&
    samePosition(before.pax_position, overall.pax_position) &&
    samePosition(before.raw_position, overall.raw_position) &&
    before.gap_to_first === place.gap_to_first &&
    before.gap_to_next === place.gap_to_next &&
    before.trophy === place.trophy &&
    before.runs_left === overall.runs_left
  return same ? before : standingOf(result, place, overall)
}

/** The list before if it holds the very same entries. */
export function keepList<Entry>(before: readonly Entry[] | undefined, after: readonly Entry[]): readonly Entry[] {
  const same = before?.length === after.length && before.every((entry, index) => entry === after[index])
  return same ? before : after
}

function samePosition(a: Position | undefined, b: Position | undefined): boolean {
  return a === b || (a?.place === b?.place && a?.shared === b?.shared)
}
