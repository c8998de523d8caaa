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

interface Ranked<Entry> {
  readonly entry: Entry
  readonly completed: number
  readonly value: number
}

/**
 * The entries best first, by their scores one after the other until one differs; behind them likewise those that do not count,
 * and those without a time at the end. Equals, and those at the end, stand as they came: give the entries in the order that
 * equals are shown in.
 */
export function rank<Entry extends Pick<EntryResult, 'scores' | 'counts'>>(
  entries: readonly Entry[],
  measure: Measure,
): readonly Placed<Entry>[] {
  const ranked: Ranked<Entry>[] = []
  const uncounted: Ranked<Entry>[] = []
  const unranked: Placed<Entry>[] = []
  for (const entry of entries) {
    const [result] = entry.scores
    const value = result?.[measure]
    if (result === undefined || value === undefined) unranked.push({ entry, position: undefined })
    else (entry.counts ? ranked : uncounted).push({ entry, completed: result.completed, value })
  }
  const compare = (a: Ranked<Entry>, b: Ranked<Entry>) =>
    b.completed - a.completed || a.value - b.value || compareRest(a.entry.scores, b.entry.scores, measure)
  ranked.sort(compare)
  uncounted.sort(compare)

  let place = 1
  let sharedWithAhead = false
  const placed = ranked.map((current, index): Placed<Entry> => {
    const next = ranked[index + 1]
    const sharedWithNext = next !== undefined && compare(current, next) === 0
    if (!sharedWithAhead) place = index + 1
    const position = { place, shared: sharedWithAhead || sharedWithNext }
    sharedWithAhead = sharedWithNext
    return { entry: current.entry, position }
  })
  const behind = uncounted.map(({ entry }): Placed<Entry> => ({ entry, position: undefined }))
  return [...placed, ...behind, ...unranked]
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
