import type { ChangedRow } from './changed-row.ts'
import type { Standings } from './standings.ts'

/** The rows that differ by identity between any two standings, in no order. Reads all rows, unlike a builder's step. */
export function changedBetween(before: Standings, after: Standings): readonly ChangedRow[] {
  if (before === after) return []
  const changed: ChangedRow[] = []
  for (const row of after.raw) {
    const old = before.by_name.get(row.driver.driver_name)
    if (old !== row) changed.push({ before: old, after: row })
  }
  for (const row of before.raw) {
    if (!after.by_name.has(row.driver.driver_name)) changed.push({ before: row, after: undefined })
  }
  return changed
}
