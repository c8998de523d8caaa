import { sameDriver } from '../record/driver.ts'
import type { ChangedRow } from '../standings/changed-row.ts'

/** Entries that changed and have not been in sight since, by driver_name, the latest last. */
export type Unread = ReadonlySet<string>

/** More than a reader will ever look for: after a day the marks still mean something. */
export const mostUnread = 1000

export const nothingUnread: Unread = new Set()

/** The names of the entries that were added, or whose record differs. A position that others took is no change. */
export function changedRecords(changed: readonly ChangedRow[]): readonly string[] {
  return changed.flatMap(({ before, after }) => {
    return after && !(before && sameDriver(before.driver, after.driver)) ? [after.driver.driver_name] : []
  })
}

/** Adds the entries that changed; the ones that have waited longest are dropped where there are too many. */
export function withChanged(unread: Unread, names: readonly string[]): Unread {
  if (names.length === 0) return unread
  const after = new Set(unread)
  for (const name of names) {
    after.delete(name)
    after.add(name)
  }
  return after.size > mostUnread ? new Set([...after].slice(-mostUnread)) : after
}

/** Without one that was seen. */
export function withSeen(unread: Unread, name: string): Unread {
  if (!unread.has(name)) return unread
  const after = new Set(unread)
  after.delete(name)
  return after
}
