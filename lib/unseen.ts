import { changedRows } from './changed-rows.ts'
import { sameDriver } from './driver.ts'
import type { Standings } from './standings.ts'

/** Entries that changed and have not been in sight since, by driver_name, the latest last. */
export type Unseen = ReadonlySet<string>

/** More than a reader will ever look for: who comes back to the page after a day finds marks that mean something. */
export const mostUnseen = 1000

export const nothingUnseen: Unseen = new Set()

/** The names of the records that say something else than before, and of those that are new. */
export function changedEntries(before: Standings, after: Standings): readonly string[] {
  return changedRows(before, after).flatMap(({ before: old, after: now }) => {
    return now && (!old || !sameDriver(old.driver, now.driver)) ? [now.driver.driver_name] : []
  })
}

/** With those that changed; the ones that have waited longest are forgotten where there are too many. */
export function withChanged(unseen: Unseen, names: readonly string[]): Unseen {
  if (names.length === 0) return unseen
  const now = new Set(unseen)
  for (const name of names) {
    now.delete(name)
    now.add(name)
  }
  return now.size > mostUnseen ? new Set([...now].slice(-mostUnseen)) : now
}

/** Without one that was seen. */
export function withSeen(unseen: Unseen, name: string): Unseen {
  if (!unseen.has(name)) return unseen
  const now = new Set(unseen)
  now.delete(name)
  return now
}
