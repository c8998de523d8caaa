import { type Measure, type PositionTable, writePositions } from '../scoring/ranking.ts'
import { compareEntries, type Entry } from './entry.ts'
import { replaceInSorted } from './sorted-list.ts'

/** Entries best first, each with its position among them. */
export interface RankedEntries {
  readonly entries: readonly Entry[]
  /** Returns the entries whose position changed. */
  replace(removed: readonly Entry[], added: readonly Entry[]): readonly Entry[]
}

/** Starts without entries. Writes each entry's position into its `key`. */
export function rankEntries(
  measure: Measure,
  key: 'class_position' | 'pax_position' | 'raw_position',
  positionAt: PositionTable,
): RankedEntries {
  const entries: Entry[] = []
  const compare = (a: Entry, b: Entry) => compareEntries(a, b, measure)

  /** The index at which positions may change: an entry ahead may share the position now, or have shared it before. */
  function startOfPosition(index: number): number {
    let from = Math.max(0, index - 1)
    while (from > 0 && entries[from]?.[key]?.shared) from -= 1
    return from
  }

  return {
    entries,
    replace(removed, added) {
      const span = replaceInSorted(entries, removed, added, compare)
      const moved: Entry[] = []
      writePositions(entries, measure, startOfPosition(span.from), positionAt, (entry, position, index) => {
        // Behind the span the order is unchanged: after one unchanged position, all others are unchanged.
        if (entry[key] === position) return index < span.until
        entry[key] = position
        moved.push(entry)
        return true
      })
      return moved
    },
  }
}
