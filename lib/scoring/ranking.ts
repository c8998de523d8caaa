import type { EntryResult, Score } from './entry-result.ts'

/** What a ranking compares. */
export type Measure = 'time' | 'indexed'

/** A place from 1. Equal results share one ("2="), and the next place skips: 1, 2=, 2=, 4. */
export interface Position {
  readonly place: number
  readonly shared: boolean
}

/** An entry and its position; those that do not count or have no time have none. */
export interface Placed<Entry> {
  readonly entry: Entry
  readonly position: Position | undefined
}

/** What results are compared by. `total`, `indexed` and `completed` are those of the first score. */
export type Result = Pick<EntryResult, 'total' | 'indexed' | 'completed' | 'scores' | 'counts'>

/**
 * Negative when `a` is better: the scores one after the other until one differs; behind those that count likewise those
 * that do not, and at the end, all equal, those without a time.
 */
export function compareResults(a: Result, b: Result, measure: Measure): number {
  const first = resultIn(a, measure)
  const second = resultIn(b, measure)
  if (first === undefined || second === undefined) return first === second ? 0 : first === undefined ? 1 : -1
  if (a.counts !== b.counts) return a.counts ? -1 : 1
  return b.completed - a.completed || first - second || compareRest(a.scores, b.scores, measure)
}

/** Something that has a result. */
export interface Ranked {
  readonly result: Result
}

/** Makes each position once, so that the same position is the same object in everything that uses the same table. */
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
 * Passes the position of each entry to `write`, from an index on, until `write` returns false. The entries are in the
 * order of `compareResults`, and the one at `from` shares its position with none ahead of it.
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

/**
 * The entries best first. Equals, and those without a time, stand as they came: give the entries in the order that
 * equals are shown in.
 */
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

/** What breaks a tie of the results: the scores behind them, in turn. Who has no next score is behind. */
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
