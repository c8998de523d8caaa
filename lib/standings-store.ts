import { changedRows } from './changed-rows.ts'
import type { LiveState, LiveStore } from './live-store.ts'
import type { Standing } from './standing.ts'
import { followLists } from './standings/follow-lists.ts'
import type { Standings } from './standings.ts'
import { unnamedEvent } from './unnamed-event.ts'

/** The newest list, and the standings that it makes. */
interface LiveStandings {
  readonly live: LiveState
  readonly standings: Standings
}

/** The newest list and its standings, for all of a page; and for each row, what its own entry says. */
export interface StandingsStore {
  get(): LiveStandings
  /** Calls the listener whenever anything is another. Returns how to stop. */
  subscribe(listener: () => void): () => void
  /** The newest of one entry; of one who left the list, the last. */
  standingOf(name: string): Standing | undefined
  /** Calls the listener when the entry says something else, comes or leaves. Returns how to stop. */
  subscribeTo(name: string, listener: () => void): () => void
}

/** Standings that follow a live list, for as long as anybody listens. What did not change keeps its identity. */
export function createStandingsStore(list: LiveStore): StandingsStore {
  const follow = followLists()
  let now = standingsOf(list.get())
  // Asked for only where an order is held in which they stand, and no more than the names that a page has ever shown.
  const left = new Map<string, Standing>()
  const listeners = new Set<() => void>()
  const listenersByName = new Map<string, Set<() => void>>()
  let told = now.standings
  let stopFollowing: (() => void) | undefined

  function standingsOf(live: LiveState): LiveStandings {
    const { drivers, event = unnamedEvent } = live.replica
    return { live, standings: follow(drivers, event) }
  }

  function get(): LiveStandings {
    const live = list.get()
    if (live === now.live) return now
    const after = standingsOf(live)
    for (const row of changedRows(now.standings, after.standings)) {
      if (row.before && !row.after) left.set(row.before.driver.driver_name, row.before)
    }
    now = after
    return now
  }

  function tell(): void {
    // First: what cannot be worked out is an error of the page, which asks for it now and says so.
    for (const listener of listeners) listener()
    for (const name of changedNames()) {
      for (const listener of listenersByName.get(name) ?? []) listener()
    }
  }

  function changedNames(): readonly string[] {
    const before = told
    try {
      told = get().standings
    } catch {
      return []
    }
    return changedRows(before, told).map((row) => (row.after ?? row.before)?.driver.driver_name ?? '')
  }

  function listen(to: Set<() => void>, listener: () => void, forget = () => {}): () => void {
    if (!stopFollowing) {
      told = get().standings
      stopFollowing = list.subscribe(tell)
    }
    to.add(listener)
    return () => {
      to.delete(listener)
      forget()
      if (listeners.size > 0 || listenersByName.size > 0) return
      stopFollowing?.()
      stopFollowing = undefined
    }
  }

  return {
    get,
    subscribe: (listener) => listen(listeners, listener),
    standingOf: (name) => get().standings.by_name.get(name) ?? left.get(name),
    subscribeTo(name, listener) {
      const own = listenersByName.get(name) ?? new Set()
      listenersByName.set(name, own)
      return listen(own, listener, () => {
        if (own.size === 0 && listenersByName.get(name) === own) listenersByName.delete(name)
      })
    },
  }
}
