import * as z from 'zod/mini'
import type { News } from '../day/news.ts'
import { deskStateSchema } from '../desk/desk-schema.ts'
import type { LiveState } from '../live/live-store.ts'
import { allDriversSchema, freshnessSchema } from '../sync/protocol.ts'

// The list that a browser saves, to show it with its age when the server is unreachable. Times are Unix ms of the
// server's clock.

/** The cache of the list. A new format gets a new number, and the service worker deletes the others. */
export const offlineListCache = 'paddock-list-2'

const time = z.int().check(z.gte(0))

const whereaboutsSchema = z.object({
  total: z.optional(z.int()),
  position: z.optional(z.object({ place: z.int(), shared: z.boolean() })),
})

const newsSchema = z.object({
  ...{ version: z.int().check(z.positive()), at: time, driver_name: z.string(), kind: z.enum(['run', 'correction']) },
  ...{ course: z.int(), run: z.int(), text_before: z.string(), text: z.string() },
  ...{ before: whereaboutsSchema, after: whereaboutsSchema },
})

/** How fresh the list is. Small: while the list is unchanged, only this is saved. */
export const offlineFreshnessSchema = z.object({
  freshness: freshnessSchema,
  /** Absent when the desk never said anything. */
  desk: z.optional(deskStateSchema),
  offline: z.object({
    /** The time of the last message from the server. */
    heard_at: time,
    /** What to add to this machine's clock to get the server's, in ms. */
    clock_offset: z.int(),
  }),
})

/** The offline copy: all that PageData of lib/server-api has, without its clock. */
export const offlineListSchema = z.object({
  list: allDriversSchema,
  news: z.array(newsSchema),
  ...offlineFreshnessSchema.shape,
})

type VersionNames = Pick<OfflineList['list']['data'], 'log' | 'version' | 'hash'>
export type OfflineFreshness = z.infer<typeof offlineFreshnessSchema>
export type OfflineList = Omit<z.infer<typeof offlineListSchema>, 'news'> & { readonly news: readonly News[] }

/** How fresh the list of a page is; undefined when log, version, time or hash of the list are unknown. */
export function offlineFreshness(live: LiveState): OfflineFreshness | undefined {
  const { replica, desk, heardAt, clockOffset, sourceAt, stalledSince, isHeld } = live
  const { log, version, at, hash } = replica
  if (log === undefined || version === 0 || at === undefined || hash === undefined) return undefined
  return {
    freshness: {
      ...{ version, log, at, hash },
      ...(sourceAt === undefined ? {} : { source_at: sourceAt }),
      ...(stalledSince === undefined ? {} : { stalled_since: stalledSince }),
      ...(isHeld ? { held: true as const } : {}),
    },
    ...(desk.version === 0 ? {} : { desk: { ...desk, screens: [...desk.screens] } }),
    offline: { heard_at: heardAt, clock_offset: clockOffset },
  }
}

/** The offline copy of a page: the list as an `all_drivers` message, the news and the freshness. */
export function offlineList({ replica }: LiveState, news: readonly News[], fresh: OfflineFreshness): OfflineList {
  const { log, version, at, hash } = fresh.freshness
  const data: OfflineList['list']['data'] = {
    ...{ version, drivers: [...replica.drivers.values()], log, at },
    ...(replica.sourceAt === undefined ? {} : { source_at: replica.sourceAt }),
    ...(replica.event ? { event: replica.event } : {}),
    hash,
  }
  return { list: { source: 'server', action: 'all_drivers', data }, news, ...fresh }
}

/** True when log, version and hash are equal. */
export function isSameVersion(one: VersionNames, other: VersionNames): boolean {
  return one.log === other.log && one.version === other.version && one.hash === other.hash
}

/** What to save: the list with its freshness, or only the freshness; undefined when `saved` is as fresh or fresher. */
export function whatToSave(
  fresh: OfflineFreshness,
  connection: LiveState['connection'],
  saved: OfflineFreshness | undefined,
): 'list' | 'freshness' | undefined {
  if (!saved) return 'list'
  const { heard_at } = fresh.offline
  // Another tab may be fresher. A live page always saves: a saved time in the future is a clock that was wrong.
  if (saved.offline.heard_at > heard_at && connection !== 'live') return undefined
  if (!isSameVersion(saved.freshness, fresh.freshness)) return 'list'
  return saved.offline.heard_at === heard_at ? undefined : 'freshness'
}
