import { applyChanges, type Changes } from '../../../lib/list/diff.ts'
import type { Driver } from '../../../lib/record/driver.ts'
import type { Event } from '../../../lib/record/event.ts'

/** The published list, as the process that reads the files knows it. */
export interface PublishedCopy {
  readonly version: number
  readonly drivers: ReadonlyMap<string, Driver>
  readonly event: Event | undefined
  /** The largest number of runs that was ever published of each driver. */
  readonly mostRuns: ReadonlyMap<string, number>
}

/** What changed in the published list since the process was last told. Plain data. */
export interface PublishedUpdate {
  /** The version that the changes start from; undefined for the whole list, which starts from nothing. */
  readonly from: number | undefined
  readonly version: number
  readonly changes: Changes
  readonly event: Event | undefined
  /** New numbers in `mostRuns`; undefined for a driver that is gone. */
  readonly mostRuns: readonly (readonly [string, number | undefined])[]
}

/** What the process knows of the published list. */
export type Told = Pick<PublishedCopy, 'version' | 'mostRuns'>

/** An update for a process that was told so much, undefined for a new one; and what it knows after the update. */
export type TellPublished = (
  told: Told | undefined,
) => Promise<{ readonly update: PublishedUpdate; readonly told: Told }>

/** The copy after an update. Throws when the update starts from another version: the copy would be wrong. */
export function copyAfter(copy: PublishedCopy | undefined, update: PublishedUpdate): PublishedCopy {
  const { from, version, changes, event } = update
  const start = from === undefined ? undefined : copy
  if (start?.version !== from) throw new Error(`an update from version ${from} meets a copy of ${copy?.version}`)
  const mostRuns = new Map(start?.mostRuns)
  for (const [name, count] of update.mostRuns) {
    if (count === undefined) mostRuns.delete(name)
    else mostRuns.set(name, count)
  }
  return { version, drivers: applyChanges(start?.drivers ?? new Map(), changes), event, mostRuns }
}
