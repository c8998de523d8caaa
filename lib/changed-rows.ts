import type { Standing } from './standing.ts'
import type { SeatedRows } from './standing-rows.ts'
import { rowsBehind, type Standings } from './standings.ts'

/** One entry before and after; undefined where it was not in the list. */
export interface ChangedRow {
  readonly before: Standing | undefined
  readonly after: Standing | undefined
}

/** All who ask at an update ask the same. By a weak reference: standings must not keep all those before them alive. */
const lastAsked = new WeakMap<
  Standings,
  { readonly before: WeakRef<Standings>; readonly changed: readonly ChangedRow[] }
>()

/**
 * Every entry of which two standings say something else, and whoever came or left, in no order. Where the later ones were made
 * from the earlier ones nobody else is looked at: news, marks and unseen dots ask at every update.
 */
export function changedRows(before: Standings, after: Standings): readonly ChangedRow[] {
  if (before === after) return []
  const known = lastAsked.get(after)
  if (known?.before.deref() === before) return known.changed
  const [old, now] = [rowsBehind(before), rowsBehind(after)]
  const seats = now.before === old.bySeat ? now.changed : allSeats(old.bySeat, now.bySeat)
  const changed = pairs(seats, old.bySeat, now.bySeat)
  lastAsked.set(after, { before: new WeakRef(before), changed })
  return changed
}

function allSeats(before: SeatedRows, after: SeatedRows): Iterable<number> {
  return new Array(Math.max(before.length, after.length)).keys()
}

function pairs(seats: Iterable<number>, before: SeatedRows, after: SeatedRows): readonly ChangedRow[] {
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
    // A seat may be somebody else's now, and who left and came back may have another one.
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

function nameOf({ driver }: Standing): string {
  return driver.driver_name
}
