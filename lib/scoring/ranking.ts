import type { EntryResult } from './entry-result.ts'
import type { Score } from './score.ts'

/** The time by which a ranking compares: with penalties, or indexed. */
export type Measure = 'time' | 'indexed'

/** A position, from 1 on. Equal results share one ("2="), and the next positions are skipped: 1, 2=, 2=, 4. */
export interface Position {
  readonly place: number
  readonly shared: boolean
}

/** An entry and its position; undefined for an entry that does not count or has no time. */
export interface Placed<Entry> {
  readonly entry: Entry
  readonly position: Position | undefined
}

/** The part of a result that is compared. `total` and `indexed` are those of the first score. */
export type Result = Pick<EntryResult, 'total' | 'indexed' | 'scores' | 'counts' | 'tie_order'>

/**
 * Negative when `a` is better: compares score by score until one differs, and equal results by their `tie_order`.
 * Entries that do not count are behind those that do; entries without a time are last, and equal to each other.
 */
export function compareResults(a: Result, b: Result, measure: Measure): number {
  const first = resultIn(a, measure)
  const second = resultIn(b, measure)
  if (first === undefined || second === undefined) return first === second ? 0 : first === undefined ? 1 : -1
  if (a.counts !== b.counts) return a.counts ? -1 : 1
  const order = completedIn(b) - completedIn(a) || first - second || compareRest(a.scores, b.scores, measure)
  return order || (a.tie_order === b.tie_order ? 0 : a.tie_order - b.tie_order)
}

/** An object with a result. */
export interface Ranked {
  readonly result: Result
}

/** Returns one object for each position, so that users of one table can compare positions by identity. */
export type PositionTable = (place: number, shared: boolean) => Position

export function createPositionTable(): PositionTable {
  const alone: Position[] = []
  const shared: Position[] = []
  return (place, isShared) => {
    const known = isShared ? shared : alone
    while (known.length < place) known.push({ place: known.length + 1, shared: isShared })
    return known[place - 1] ?? { place, shared: isShared }
  }
}

/**
 * Calls `write` with the position of each entry from index `from` on, until it returns false. The entries must be in
 * the order of `compareResults`, and the one at `from` must not share its position with an entry ahead of it.
 */
export function writePositions<Entry extends Ranked>(
  entries: readonly Entry[],
  measure: Measure,
  from: number,
  positionAt: PositionTable,
  write: (entry: Entry, position: Position | undefined, index: number) => boolean,
): void {
  let place = from + 1
  let sharedWithAhead = false
  for (let index = from; index < entries.length; index += 1) {
    const current = entries[index]
    const next = entries[index + 1]
    if (current === undefined) return
    const isPlaced = current.result.counts && resultIn(current.result, measure) !== undefined
    const sharedWithNext = isPlaced && next !== undefined && compareResults(current.result, next.result, measure) === 0
    if (!sharedWithAhead) place = index + 1
    const position = isPlaced ? positionAt(place, sharedWithAhead || sharedWithNext) : undefined
    if (!write(current, position, index)) return
    sharedWithAhead = sharedWithNext
  }
}

/** The entries with their positions, best first. Equal entries, and those without a time, keep the given order. */
export function rank<Entry extends Result>(entries: readonly Entry[], measure: Measure): readonly Placed<Entry>[] {
  const order = entries.map((result) => ({ result })).sort((a, b) => compareResults(a.result, b.result, measure))
  const placed: Placed<Entry>[] = []
  writePositions(order, measure, 0, createPositionTable(), ({ result }, position) => {
    placed.push({ entry: result, position })
    return true
  })
  return placed
}

function resultIn(result: Result, measure: Measure): number | undefined {
  return measure === 'time' ? result.total : result.indexed
}

function completedIn({ scores }: Result): number {
  return scores[0]?.completed ?? 0
}

/** Compares the tie-breaking scores in turn. An entry with fewer scores is behind. */
function compareRest(a: readonly Score[], b: readonly Score[], measure: Measure): number {
  for (let index = 1; index < Math.max(a.length, b.length); index++) {
    const first = a[index]
    const second = b[index]
    if (first === undefined || second === undefined) return first === undefined ? 1 : -1
    const order = second.completed - first.completed || (first[measure] ?? 0) - (second[measure] ?? 0)
    if (order !== 0) return order
  }
  return 0
}
