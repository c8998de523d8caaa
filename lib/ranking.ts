import type { EntryResult } from './entry-result.ts'

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

/** What results are compared by. */
export type Result = Pick<EntryResult, 'scores' | 'counts'>

/**
 * Negative when `a` is better: the scores one after the other until one differs; behind those that count likewise those that do
 * not, and at the end, all equal, those without a time.
 */
export function compareResults(a: Result, b: Result, measure: Measure): number {
  const tier = tierOf(a, measure)
  const order = tier - tierOf(b, measure)
  if (order !== 0 || tier === tiers.withoutTime) return order
  for (let index = 0; index < Math.max(a.scores.length, b.scores.length); index++) {
    const first = a.scores[index]
    const second = b.scores[index]
    // Who has no next score is behind.
    if (first === undefined || second === undefined) return first === undefined ? 1 : -1
    const order = second.completed - first.completed || (first[measure] ?? 0) - (second[measure] ?? 0)
    if (order !== 0) return order
  }
  return 0
}

/** The positions of entries that are in the order of `compareResults`, one for each. */
export function positionsOf(entries: readonly Result[], measure: Measure): readonly (Position | undefined)[] {
  let place = 1
  let sharedWithAhead = false
  return entries.map((current, index) => {
    if (tierOf(current, measure) !== tiers.placed) return undefined
    const next = entries[index + 1]
    const sharedWithNext = next !== undefined && compareResults(current, next, measure) === 0
    if (!sharedWithAhead) place = index + 1
    const position = positionAt(place, sharedWithAhead || sharedWithNext)
    sharedWithAhead = sharedWithNext
    return position
  })
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

const tiers = { placed: 0, uncounted: 1, withoutTime: 2 } as const

function tierOf({ scores, counts }: Result, measure: Measure): number {
  if (scores[0]?.[measure] === undefined) return tiers.withoutTime
  return counts ? tiers.placed : tiers.uncounted
}

/** Made once for every place: thousands of rows are compared by them at every update. */
const alone: Position[] = []
const shared: Position[] = []

function positionAt(place: number, isShared: boolean): Position {
  const known = isShared ? shared : alone
  known[place] ??= { place, shared: isShared }
  return known[place]
}
