import type { Score } from './entry-result.ts'

/** What a ranking compares. */
export type Measure = 'time' | 'indexed'

/** A place from 1. Equal results share one ("2="), and the next place skips: 1, 2=, 2=, 4. */
export interface Position {
  readonly place: number
  readonly shared: boolean
}

export interface Ranking<Entry> {
  /** Best first; those without a time at the end. Equals, and those without, stand as they came. */
  readonly order: readonly Entry[]
  /** Only those with a time have a position. */
  readonly positions: ReadonlyMap<Entry, Position>
}

/** Ranks entries by their scores, one after the other until one differs. Give them in the order that equals are shown in. */
export function rank<Entry extends { readonly scores: readonly Score[] }>(
  entries: readonly Entry[],
  measure: Measure,
): Ranking<Entry> {
  const ranked = entries.filter((entry) => entry.scores[0]?.[measure] !== undefined)
  ranked.sort((a, b) => compareScores(a.scores, b.scores, measure))
  const equal = ranked.map((entry, index) => {
    const ahead = ranked[index - 1]
    return ahead !== undefined && compareScores(ahead.scores, entry.scores, measure) === 0
  })
  const positions = new Map<Entry, Position>()
  let place = 1
  for (const [index, entry] of ranked.entries()) {
    if (!equal[index]) place = index + 1
    positions.set(entry, { place, shared: equal[index] === true || equal[index + 1] === true })
  }
  return { order: [...ranked, ...entries.filter((entry) => !positions.has(entry))], positions }
}

/** Negative when `a` is better: more completed, then less time, then the next score; who has no next score is behind. */
export function compareScores(a: readonly Score[], b: readonly Score[], measure: Measure): number {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const first = a[index]
    const second = b[index]
    if (first === undefined || second === undefined) return first === undefined ? 1 : -1
    if (first.completed !== second.completed) return second.completed - first.completed
    const difference = (first[measure] ?? 0) - (second[measure] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
