import { changedRows } from './changed-rows.ts'
import type { LiveState, LiveStore } from './live-store.ts'
import type { Standing } from './standing.ts'
import { createStandings, type Standings } from './standings.ts'
import { unnamedEvent } from './unnamed-event.ts'

/** The newest list, and the standings that it makes. */
export interface LiveStandings {
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
  /** Calls the listener when the entry says something else. Returns how to stop. */
  subscribeTo(name: string, listener: () => void): () => void
}

/** Follows the live list. Its standings remember those before, so that what did not change keeps its identity. */
export function createStandingsStore(list: LiveStore): StandingsStore {
  const atFirst = list.get()
  let event = eventOf(atFirst)
  let standingsOf = createStandings(event)
  let now: LiveStandings = { live: atFirst, standings: standingsOf(atFirst.replica.drivers) }
  let told = now.standings
  let left = new Map<string, Standing>()
  const listeners = new Set<() => void>()
  const rows = new Map<string, Set<() => void>>()

  // Worked out by whoever asks first: what cannot be worked out is an error where it is shown, not where it is heard.
  function get(): LiveStandings {
    const live = list.get()
    if (live === now.live) return now
    const before = now
    now = { live, standings: standingsAfter(before, live) }
    keepWhoLeft(before, now)
    return now
  }

  function standingsAfter({ live: { replica }, standings }: LiveStandings, live: LiveState): Standings {
    const isOther = eventOf(live) !== event
    if (!isOther && replica.drivers === live.replica.drivers) return standings
    if (isOther) {
      event = eventOf(live)
      standingsOf = createStandings(event)
    }
    return standingsOf(live.replica.drivers)
  }

  function keepWhoLeft(before: LiveStandings, after: LiveStandings): void {
    // Another log is another list: only who left by it may still stand on the page.
    if (before.live.replica.log !== after.live.replica.log) left = new Map()
    for (const row of changedRows(before.standings, after.standings)) {
      if (row.before && !row.after) left.set(row.before.driver.driver_name, row.before)
    }
  }

  list.subscribe(() => {
    for (const listener of listeners) listener()
    const before = told
    told = get().standings
    for (const { before: old, after } of changedRows(before, told)) {
      const name = (after ?? old)?.driver.driver_name ?? ''
      for (const listener of rows.get(name) ?? []) listener()
    }
  })

  return {
    get,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    standingOf: (name) => get().standings.by_name.get(name) ?? left.get(name),
    subscribeTo(name, listener) {
      const own = rows.get(name) ?? new Set()
      rows.set(name, own.add(listener))
      return () => {
        own.delete(listener)
        if (own.size === 0) rows.delete(name)
      }
    },
  }
}

function eventOf({ replica }: LiveState) {
  return replica.event ?? unnamedEvent
}
