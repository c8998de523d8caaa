import { byName, type Driver } from './driver.ts'
import type { Event } from './event.ts'
import type { LiveState } from './live-store.ts'
import type { News } from './news.ts'
import type { LiveSnapshot } from './registry.ts'

/** The list as a page carries it to the browser: JSON, the drivers as a list. Times are Unix ms by the server's clock. */
export interface PageSnapshot {
  readonly log: string
  readonly version: number
  readonly at: number
  readonly source_at?: number
  readonly stalled_since?: number
  readonly drivers: readonly Driver[]
  readonly event?: Event
  readonly hash: string
  /** The newest first. */
  readonly news: readonly News[]
  readonly now: number
  /** Only of a list that a browser kept (kept-list.ts): when the server was last heard, and what its clock then showed more. */
  readonly kept?: { readonly heard_at: number; readonly clock_offset: number }
}

export function pageSnapshot(live: LiveSnapshot): PageSnapshot {
  const { log, version, at, sourceAt, stalledSince, drivers, event, hash, news, now } = live
  return {
    log,
    version,
    at,
    ...(sourceAt === undefined ? {} : { source_at: sourceAt }),
    ...(stalledSince === undefined ? {} : { stalled_since: stalledSince }),
    drivers: [...drivers.values()],
    ...(event ? { event } : {}),
    hash,
    news,
    now,
  }
}

/** What a store begins with on a page: the list is there, the connection not yet. A list that was kept begins as offline. */
export function stateOfPage(page: PageSnapshot): LiveState {
  return {
    replica: {
      log: page.log,
      version: page.version,
      drivers: byName(page.drivers),
      event: page.event,
      at: page.at,
      sourceAt: page.source_at,
      hash: page.hash,
    },
    connection: page.kept ? 'offline' : 'connecting',
    connectionSince: page.now,
    heardAt: page.kept?.heard_at ?? page.now,
    sourceAt: page.source_at,
    stalledSince: page.stalled_since,
    // Until the server is heard, the page's age on its way here is not known.
    clockOffset: page.kept?.clock_offset ?? 0,
    divergences: 0,
    socketBytes: 0,
  }
}
