import { connectLive } from '../../lib/live/live-client.ts'
import { createLiveStore, type LiveState, type LiveStore } from '../../lib/live/live-store.ts'
import { defaultEvent } from '../../lib/record/event.ts'
import { followLists } from '../../lib/standings/follow-lists.ts'
import type { Standings } from '../../lib/standings/standings.ts'
import type { Replica } from '../../lib/sync/replica.ts'
import { type Change, changesBetween, eventNews } from '../changes/changes.ts'

/** What is known of an event at one moment. */
export interface Followed {
  readonly live: LiveState
  /** On this connection the server has said how its publisher is: without that, nothing counts as live. */
  readonly told: boolean
  /** undefined: no list has come yet. */
  readonly standings: Standings | undefined
}

/** What is new since the moment before. */
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

/** Keeps a copy of a server's list and its standings, and tells of every message that comes. */
export function follow(address: string, onMessage: (followed: Followed, news: News) => void): Follower {
  const store = createLiveStore()
  let followed: Followed = { live: store.get(), told: false, standings: undefined }
  let replica: Replica | undefined
  const standingsAfter = followLists()

  const noticing: LiveStore = {
    ...store,
    set(change, changes) {
      store.set(change, changes)
      const live = store.get()
      const told = live.connection !== 'offline' && (followed.told || 'stalledSince' in change)
      const before = followed.standings
      followed = { live, told, standings: standingsNow(live.replica, before) }
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
