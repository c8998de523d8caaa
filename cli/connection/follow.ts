import { connectLive } from '../../lib/live/live-client.ts'
import { createLiveStore, type LiveState, type LiveStore } from '../../lib/live/live-store.ts'
import { defaultEvent } from '../../lib/record/event.ts'
import { followLists } from '../../lib/standings/follow-lists.ts'
import type { Standings } from '../../lib/standings/standings.ts'
import type { Replica } from '../../lib/sync/replica.ts'
import { type Change, changesBetween, eventNews } from '../changes/changes.ts'

/** The state of an event at one moment. */
export interface Followed {
  readonly live: LiveState
  /** The server has reported the state of its publisher on this connection; before that nothing counts as live. */
  readonly confirmed: boolean
  /** undefined before the first list. */
  readonly standings: Standings | undefined
}

/** The changes since the state before. */
export interface News {
  readonly drivers: readonly Change[]
  readonly event: readonly string[]
}

export interface Follower {
  get(): Followed
  wake(): void
  stop(): void
}

const noNews: News = { drivers: [], event: [] }
const unnamedEvent = defaultEvent('Live results')

/** Keeps a replica of a server's list and its standings, and calls `onMessage` after every message. */
export function follow(address: string, onMessage: (followed: Followed, news: News) => void): Follower {
  const store = createLiveStore()
  let followed: Followed = { live: store.get(), confirmed: false, standings: undefined }
  let replica: Replica | undefined
  const standingsAfter = followLists()

  const noticing: LiveStore = {
    ...store,
    set(change, changes) {
      store.set(change, changes)
      const live = store.get()
      const confirmed = live.connection !== 'offline' && (followed.confirmed || 'stalledSince' in change)
      const before = followed.standings
      followed = { live, confirmed, standings: standingsNow(live.replica, before) }
      onMessage(followed, newsSince(before, followed.standings))
    },
  }

  function standingsNow(next: Replica, before: Standings | undefined): Standings | undefined {
    const isSame = next.drivers === replica?.drivers && next.event === replica.event
    if (isSame || next.version === 0) return before
    replica = next
    return standingsAfter(next.drivers, next.event ?? unnamedEvent)
  }

  const client = connectLive(address, noticing)
  return { get: () => followed, wake: client.wake, stop: client.stop }
}

function newsSince(before: Standings | undefined, after: Standings | undefined): News {
  if (before === undefined || after === undefined || before === after) return noNews
  return { drivers: changesBetween(before, after), event: eventNews(before.event, after.event) }
}
