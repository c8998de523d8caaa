import { type Measure, type PositionTable, writePositions } from '../scoring/ranking.ts'
import { compareEntries, type Entry } from './entry.ts'
import { replaceInSorted } from './sorted-list.ts'

/** Entries best first, each with its position among them. */
export interface RankedEntries {
  readonly entries: readonly Entry[]
  /** Returns the entries whose position changed. */
  replace(removed: readonly Entry[], added: readonly Entry[]): readonly Entry[]
}

/** Starts without entries. Writes positions into `key` of each entry. */
export function rankEntries(
  measure: Measure,
  key: 'class_position' | 'pax_position' | 'raw_position',
  positionAt: PositionTable,
): RankedEntries {
  const entries: Entry[] = []
  const compare = (a: Entry, b: Entry) => compareEntries(a, b, measure)

  /**
   * Where the position begins that changes at an index may concern: an entry ahead may share one, or have shared one.
   */
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
        // Behind the span the order is as before: where one position is as before, so are all behind it.
        if (entry[key] === position) return index < span.until
        entry[key] = position
        moved.push(entry)
        return true
      })
      return moved
    },
  }
}
