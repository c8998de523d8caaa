import { diffDrivers } from '../list/diff.ts'
import type { LiveStore, LiveUpdate } from '../live/live-store.ts'
import { createResults, type LiveEntry, type Results, type ResultsHistory } from './create-results.ts'
import { createNameListeners } from './name-listeners.ts'

/** The results of a live list: for the whole page, and by entry for each row. */
export interface ResultsStore {
  get(): Results
  /** Calls the listener whenever the live state changes. Returns how to stop. */
  subscribe(listener: () => void): () => void
  /** The same object until something of the entry changes. */
  entry(driverName: string): LiveEntry
  /** Calls the listener when the entry changes, is added or is removed. Returns how to stop. */
  subscribeTo(driverName: string, listener: () => void): () => void
  /** Takes the server's clock, Unix ms, and ends progress that is no longer new. */
  tick(now: number): void
  /** Marks the entry as read. */
  seen(driverName: string): void
  /** What lazily loaded parts have derived from the results. The key is the part that derived it. */
  readonly derived: Map<unknown, { readonly results: Results; readonly value: unknown }>
}

/** Follows the list while there are listeners. Without them, a call takes all changes since the last in one step. */
export function createResultsStore(list: LiveStore, history: ResultsHistory): ResultsStore {
  const results = createResults(list.get(), history)
  const listeners = new Set<() => void>()
  const rows = createNameListeners()
  // Entries that changed since the rows were notified.
  let pending = new Set<string>()
  let stopFollowing: (() => void) | undefined

  function get(): Results {
    const before = results.get().live
    const after = list.get()
    if (before === after) return results.get()
    const [old, now] = [before.replica.drivers, after.replica.drivers]
    defer(results.apply(after, old === now ? undefined : diffDrivers(old, now)))
    return results.get()
  }

  function follow({ before, after, changes }: LiveUpdate): void {
    try {
      // An earlier listener may have called `get` already, or have changed the list again.
      if (before === results.get().live) defer(results.apply(after, changes))
      else get()
    } catch {
      // The page calls `get` as well, gets the same error and shows it.
    }
    for (const listener of listeners) listener()
    notifyRows()
  }

  function defer(names: Iterable<string>): void {
    for (const name of names) pending.add(name)
  }

  function notifyRows(): void {
    const names = pending
    pending = new Set()
    rows.notify(names)
  }

  function start(): void {
    if (stopFollowing) return
    get()
    // New rows have just read the newest entries.
    pending = new Set()
    stopFollowing = list.subscribe(follow)
  }

  function stopWhenAlone(): void {
    if (listeners.size > 0 || !rows.isEmpty) return
    stopFollowing?.()
    stopFollowing = undefined
  }

  return {
    get,
    subscribe(listener) {
      start()
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        stopWhenAlone()
      }
    },
    entry(name) {
      get()
      return results.entry(name)
    },
    subscribeTo(name, listener) {
      start()
      rows.add(name, listener)
      return () => {
        rows.delete(name, listener)
        stopWhenAlone()
      }
    },
    tick: (now) => rows.notify(results.tick(now)),
    seen: (name) => rows.notify(results.seen(name)),
    derived: new Map(),
  }
}
