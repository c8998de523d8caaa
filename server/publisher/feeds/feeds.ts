import type { SourceFeed } from '../../../lib/server-api/pipeline-state.ts'
import { type Address, parseAddress } from './address.ts'
import { type Feed, type FeedParts, openFeed } from './feed.ts'
import type { FeedReadings } from './feed-reading.ts'
import type { FeedSettings } from './feed-settings.ts'

/** The feeds of an event. */
export interface Feeds {
  /** Opens the feeds that are new, and closes those that are gone; one with another address is both. */
  follow(settings: FeedSettings): void
  readings(): FeedReadings
  statuses(): readonly SourceFeed[]
  stop(): void
}

interface Followed {
  readonly address: string
  readonly feed: Feed
}

export function createFeeds(parts: FeedParts): Feeds {
  const followed = new Map<string, Followed>()

  function close(name: string): void {
    followed.get(name)?.feed.stop()
    followed.delete(name)
  }

  return {
    follow(settings) {
      for (const [name, { address }] of followed) if (settings[name]?.rmonitor !== address) close(name)
      for (const [name, { rmonitor: text }] of Object.entries(settings)) {
        const address: Address | undefined = parseAddress(text)
        if (address && !followed.has(name)) followed.set(name, { address: text, feed: openFeed(address, text, parts) })
      }
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
    stop() {
      for (const name of [...followed.keys()]) close(name)
    },
  }
}

/** Publishing without feeds. */
export const noFeeds: Feeds = { follow: () => {}, readings: () => ({}), statuses: () => [], stop: () => {} }
