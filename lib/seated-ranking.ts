import type { Seated } from './field.ts'
import { type Measure, type Position, type Result, type Span, writePositions } from './ranking.ts'
import { updateSorted } from './sorted-list.ts'

/** The entries of a field in an order, so kept that where somebody stands need not be looked for. */
export interface SeatedRanking<Entry> {
  readonly entries: readonly Entry[]
  /** One for each of the entries. */
  readonly positions: readonly (Position | undefined)[]
  /** By seat: the index in `entries`. */
  readonly indexes: readonly number[]
  /** Outside of it every index has the entry and the position that it had in the ranking before. */
  readonly moved: Span
}

export const nobodyRanked: SeatedRanking<never> = {
  entries: [],
  positions: [],
  indexes: [],
  moved: { from: 0, until: 0 },
}

/** The ranking after some left and some joined. `compare` must be a total order that `compareResults` is the beginning of. */
export function updateRanking<Entry extends Result & Seated>(
  before: SeatedRanking<Entry>,
  { left, joined }: { readonly left: ReadonlySet<Entry>; readonly joined: readonly Entry[] },
  measure: Measure,
  compare: (a: Entry, b: Entry) => number,
): SeatedRanking<Entry> {
  const entries = updateSorted(before.entries, left, joined, compare)
  const span = spanOfPlaces(before, entries)
  const positions = before.positions.slice(0, entries.length)
  const moved = { from: span.from, until: writePositions(positions, entries, measure, span) }
  const indexes = before.indexes.slice()
  for (let index = moved.from; index < moved.until; index += 1) {
    const entry = entries[index]
    if (entry) indexes[entry.seat] = index
  }
  return { entries, positions, indexes, moved }
}

/** Where an order has other entries than before, from the beginning of a place on. */
function spanOfPlaces<Entry>(before: SeatedRanking<Entry>, entries: readonly Entry[]): Span {
  let from = 0
  while (from < entries.length && entries[from] === before.entries[from]) from += 1
  // Whoever stands ahead may have shared a place with what was here, or share one with what is here now.
  if (from > 0) from -= 1
  while (from > 0 && before.positions[from]?.shared) from -= 1
  let until = entries.length
  if (until !== before.entries.length) return { from, until }
  while (until > from && entries[until - 1] === before.entries[until - 1]) until -= 1
  return { from, until }
}
