import type { Standing } from './standing.ts'
import type { SeatedRows } from './standing-rows.ts'
import { type Standings, seatedRows } from './standings.ts'

/** One entry before and after; undefined where it was not in the list. */
export interface ChangedRow {
  readonly before: Standing | undefined
  readonly after: Standing | undefined
}

/**
 * Every entry of which two standings say something else, and whoever came or left, in no order. Fast where the later standings
 * were made from the earlier ones: thousands of rows are compared at every update.
 */
export function changedRows(before: Standings, after: Standings): readonly ChangedRow[] {
  if (before === after) return []
  const [old, now] = [seatedRows(before), seatedRows(after)]
  if (!old || !now || old.lineage !== now.lineage) return changedNames(before, after)
  const [rowsBefore, rows] = [old.rows.bySeat, now.rows.bySeat]
  const isNext = now.rows.before === rowsBefore
  const allSeats = new Array(Math.max(rowsBefore.length, rows.length)).keys()
  return inSeats(isNext ? now.rows.changed : allSeats, rowsBefore, rows)
}

function inSeats(seats: Iterable<number>, before: SeatedRows, after: SeatedRows): readonly ChangedRow[] {
  const changed: ChangedRow[] = []
  const left: Standing[] = []
  const came = new Map<string, Standing>()
  for (const seat of seats) {
    const [old, now] = [before[seat], after[seat]]
    if (old === now) continue
    if (old && now && nameOf(old) === nameOf(now)) {
      changed.push({ before: old, after: now })
      continue
    }
    // A seat is given to somebody else, and who left and came back may have another one.
    if (old) left.push(old)
    if (now) came.set(nameOf(now), now)
  }
  for (const old of left) {
    changed.push({ before: old, after: came.get(nameOf(old)) })
    came.delete(nameOf(old))
  }
  for (const now of came.values()) changed.push({ before: undefined, after: now })
  return changed
}

function changedNames({ by_name: before }: Standings, { by_name: after }: Standings): readonly ChangedRow[] {
  const left = [...before].flatMap(([name, row]): readonly ChangedRow[] =>
    after.has(name) ? [] : [{ before: row, after: undefined }],
  )
  const others = [...after].flatMap(([name, row]) => {
    const old = before.get(name)
    return old === row ? [] : [{ before: old, after: row }]
  })
  return left.concat(others)
}

function nameOf({ driver }: Standing): string {
  return driver.driver_name
}
