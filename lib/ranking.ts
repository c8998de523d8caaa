import type { EntryResult, Score } from './entry-result.ts'

/** What a ranking compares. */
export type Measure = 'time' | 'indexed'

/** A place from 1. Equal results share one ("2="), and the next place skips: 1, 2=, 2=, 4. The same place is the same object. */
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
 * Negative when `a` is better: the scores one after the other until one differs; behind those that count likewise those that do
 * not, and at the end, all equal, those without a time.
 */
export function compareResults(a: Result, b: Result, measure: Measure): number {
  const first = resultIn(a, measure)
  const second = resultIn(b, measure)
  if (first === undefined || second === undefined) return first === second ? 0 : first === undefined ? 1 : -1
  if (a.counts !== b.counts) return a.counts ? -1 : 1
  return b.completed - a.completed || first - second || compareRest(a.scores, b.scores, measure)
}

/** The positions of entries that are in the order of `compareResults`, one for each. */
export function positionsOf(entries: readonly Result[], measure: Measure): readonly (Position | undefined)[] {
  const positions: (Position | undefined)[] = []
  writePositions(positions, entries, measure, { from: 0, until: entries.length })
  return positions
}

/** A part of a list: from an index, until before another. */
export interface Span {
  readonly from: number
  readonly until: number
}

/**
 * Writes the positions of the entries in a span, at the beginning of which a place must begin, and of those behind it until one
 * has the position that is there already. Those behind the span must be the entries that had these positions: then the others
 * have theirs, too. Returns where it ended.
 */
export function writePositions(
  positions: (Position | undefined)[],
  entries: readonly Result[],
  measure: Measure,
  { from, until }: Span,
): number {
  let place = from + 1
  let sharedWithAhead = false
  for (let index = from; index < entries.length; index += 1) {
    const current = entries[index]
    const next = entries[index + 1]
    const isPlaced = current?.counts === true && resultIn(current, measure) !== undefined
    const sharedWithNext = isPlaced && next !== undefined && compareResults(current, next, measure) === 0
    if (!sharedWithAhead) place = index + 1
    const position = isPlaced ? positionAt(place, sharedWithAhead || sharedWithNext) : undefined
    if (index >= until && position === positions[index]) return index
    positions[index] = position
    sharedWithAhead = sharedWithNext
  }
  return entries.length
}

/**
 * The entries best first. Equals, and those without a time, stand as they came: give the entries in the order that equals are
 * shown in.
 */
export function rank<Entry extends Result>(entries: readonly Entry[], measure: Measure): readonly Placed<Entry>[] {
  const order = [...entries].sort((a, b) => compareResults(a, b, measure))
  const positions = positionsOf(order, measure)
  return order.map((entry, index) => ({ entry, position: positions[index] }))
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

/** Made once for every place, without gaps: thousands of rows are compared by them at every update. */
const alone: Position[] = []
const shared: Position[] = []

function positionAt(place: number, isShared: boolean): Position {
  const known = isShared ? shared : alone
  while (known.length < place) known.push({ place: known.length + 1, shared: isShared })
  return known[place - 1] ?? { place, shared: isShared }
}
