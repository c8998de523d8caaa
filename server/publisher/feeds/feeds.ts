import type { SourceFeed } from '../../../lib/server-api/pipeline-state.ts'
import type { Session } from '../rmonitor/session.ts'
import { type Address, parseAddress } from './address.ts'
import { type Feed, type FeedParts, openFeed } from './feed.ts'
import { type FeedStore, type KeptFeeds, noFeedStore } from './feed-file.ts'
import type { FeedReadings } from './feed-reading.ts'
import type { FeedSettings } from './feed-settings.ts'
import { keepSession } from './kept-feed.ts'

/** The feeds of an event. */
export interface Feeds {
  /** Opens the feeds that are new, and closes those that are gone; one with another address is both. */
  follow(settings: FeedSettings): void
  readings(): FeedReadings
  statuses(): readonly SourceFeed[]
  /** Resolves when what they have said is kept. */
  stop(): Promise<void>
}

/** Milliseconds between two looks at what is to be kept; without a change it is kept again each minute. */
const keepInterval = 2000
const keptFor = 60_000

interface Followed {
  readonly address: string
  readonly feed: Feed
}

/** `store` keeps what feeds have said for a restart. */
export function createFeeds(parts: FeedParts, store: FeedStore = noFeedStore): Feeds {
  const followed = new Map<string, Followed>()
  let { kept } = store
  let written: KeptState | undefined
  let cancelLook: (() => void) | undefined

  /** Writes what feeds have said, if a session is new or the last write is long ago. */
  async function keep(isLast = false): Promise<void> {
    const state = keptState(followed)
    const isNew = state.sessions.some((session, index) => session !== written?.sessions[index])
    const isOld = state.heardAt - (written?.heardAt ?? Number.NEGATIVE_INFINITY) >= keptFor
    if (state.sessions.length === 0 || !(isNew || isOld || isLast)) return
    written = state
    kept = { ...kept, ...keptFeeds(followed) }
    await store.write(kept)
  }

  function look(): void {
    void keep()
    cancelLook = parts.timers.after(keepInterval, look)
  }

  function close(name: string): void {
    followed.get(name)?.feed.stop()
    followed.delete(name)
  }

  return {
    follow(settings) {
      for (const [name, { address }] of followed) if (settings[name]?.rmonitor !== address) close(name)
      for (const [name, { rmonitor: text }] of Object.entries(settings)) {
        const address: Address | undefined = parseAddress(text)
        if (!address || followed.has(name)) continue
        const before = kept[name]?.address === text ? kept[name] : undefined
        followed.set(name, { address: text, feed: openFeed(address, text, parts, before) })
      }
      if (followed.size > 0 && !cancelLook) cancelLook = parts.timers.after(keepInterval, look)
    },
    readings: () => Object.fromEntries([...followed].map(([name, { feed }]) => [name, feed.reading()])),
    statuses() {
      // No time lies ahead, even when the clock was set back.
      const now = parts.now()
      return [...followed].map(([name, { address, feed }]) => {
        const { state, since, heardAt } = feed.status()
        return {
          ...{ name, address, state, since: Math.min(since, now) },
          heard_at: heardAt === undefined ? undefined : Math.min(heardAt, now),
        }
      })
    },
    async stop() {
      cancelLook?.()
      const keeping = keep(true)
      for (const name of [...followed.keys()]) close(name)
      await keeping
    },
  }
}

interface KeptState {
  readonly sessions: readonly Session[]
  /** Of the feed that was heard last, Unix ms. */
  readonly heardAt: number
}

function keptState(followed: ReadonlyMap<string, Followed>): KeptState {
  const heard = [...followed.values()].flatMap(({ feed }) => feed.heard() ?? [])
  return { sessions: heard.map(({ session }) => session), heardAt: Math.max(...heard.map(({ heardAt }) => heardAt)) }
}

function keptFeeds(followed: ReadonlyMap<string, Followed>): KeptFeeds {
  const kept = [...followed].flatMap(([name, { address, feed }]) => {
    const heard = feed.heard()
    if (!heard) return []
    const { session, timeOfDay, heardAt } = heard
    return [[name, { address, heard_at: heardAt, time_of_day: timeOfDay, session: keepSession(session) }] as const]
  })
  return Object.fromEntries(kept)
}

/** Publishing without feeds. */
export const noFeeds: Feeds = {
  follow: () => {},
  readings: () => ({}),
  statuses: () => [],
  stop: () => Promise.resolve(),
}
