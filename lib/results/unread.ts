import { sameDriver } from '../record/driver.ts'
import type { ChangedRow } from '../standings/changed-row.ts'

/** The driver_name of each entry that changed and was not in sight since, the latest last. */
export type Unread = ReadonlySet<string>

/** More than a reader looks for. Without a limit, all entries would be unread after a day. */
export const mostUnread = 1000

export const nothingUnread: Unread = new Set()

/** The names of added entries and of those with a changed record. A changed position alone is no change. */
export function changedRecords(changed: readonly ChangedRow[]): readonly string[] {
  return changed.flatMap(({ before, after }) => {
    return after && !(before && sameDriver(before.driver, after.driver)) ? [after.driver.driver_name] : []
  })
}

/** With these entries as the latest. Drops the earliest beyond `mostUnread`. */
export function withChanged(unread: Unread, names: readonly string[]): Unread {
  if (names.length === 0) return unread
  const after = new Set(unread)
  for (const name of names) {
    after.delete(name)
    after.add(name)
  }
  return after.size > mostUnread ? new Set([...after].slice(-mostUnread)) : after
}

/** Without this entry; the same object if it was not unread. */
export function withSeen(unread: Unread, name: string): Unread {
  if (!unread.has(name)) return unread
  const after = new Set(unread)
  after.delete(name)
  return after
}
