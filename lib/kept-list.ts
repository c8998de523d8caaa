import * as z from 'zod/mini'
import { driverSchema } from './driver-schema.ts'
import { eventSchema } from './event.ts'
import type { LiveState } from './live-store.ts'
import type { News } from './news.ts'
import type { PageSnapshot } from './page-snapshot.ts'

// What a browser keeps of the list, to show it with its age when there is no server. All times are Unix ms.

/** The Cache Storage that holds it. The service worker looks whether it is there. */
export const keptListCache = 'paddock-list'

const log = z.string().check(z.minLength(1))
const version = z.int().check(z.positive())
const time = z.int().check(z.gte(0))

/** When the server was last heard, and of what. Short: it is written again while the list stays the same. */
const heardSchema = z.object({
  log,
  version,
  heard_at: time,
  /** What to add to this machine's clock to get the server's. */
  clock_offset: z.int(),
  source_at: z.optional(time),
  stalled_since: z.optional(time),
})

const whereaboutsSchema = z.object({
  total: z.optional(z.int()),
  position: z.optional(z.object({ place: z.int(), shared: z.boolean() })),
})

const listSchema = z.object({
  log,
  version,
  at: time,
  drivers: z.array(driverSchema),
  event: z.optional(eventSchema),
  hash: z.string(),
  news: z.array(
    z.object({
      ...{ version, at: time, driver_name: z.string(), kind: z.enum(['run', 'correction']) },
      ...{ course: z.int(), run: z.int(), text_before: z.string(), text: z.string() },
      ...{ before: whereaboutsSchema, after: whereaboutsSchema },
    }),
  ),
  heard: heardSchema,
})

export type Heard = z.infer<typeof heardSchema>

/** What is to be written: the list, or only that it is still the newest; undefined when what is kept says as much or more. */
export function whatToKeep(live: LiveState, kept: Heard | undefined): 'list' | 'heard' | undefined {
  const { replica, heardAt } = live
  // Without these nobody could tell later whether it is still right.
  if (replica.log === undefined || replica.version === 0 || replica.hash === undefined) return undefined
  // Another tab may have heard more; who is live knows best, whatever clock was wrong before.
  if (kept && kept.heard_at > heardAt && live.connection !== 'live') return undefined
  if (kept?.log !== replica.log || kept.version !== replica.version) return 'list'
  return kept.heard_at === heardAt ? undefined : 'heard'
}

export function heardOf({ replica, heardAt, clockOffset, sourceAt, stalledSince }: LiveState): Heard {
  return {
    log: replica.log ?? '',
    version: replica.version,
    heard_at: heardAt,
    clock_offset: clockOffset,
    ...(sourceAt === undefined ? {} : { source_at: sourceAt }),
    ...(stalledSince === undefined ? {} : { stalled_since: stalledSince }),
  }
}

/** The list as text, with everything that its page needs. */
export function formatKeptList(live: LiveState, news: readonly News[]): string {
  const { log, version, at = live.heardAt, drivers, event, hash = '' } = live.replica
  return JSON.stringify({ log, version, at, drivers: [...drivers.values()], event, hash, news, heard: heardOf(live) })
}

/** What was kept of when the server was last heard; undefined when it is not ours, or damaged. */
export function readHeard(text: string | undefined): Heard | undefined {
  return parse(heardSchema, text)
}

/**
 * The page that the kept list makes, as of `now` by this machine's clock; undefined when it is not ours, or damaged. `heard`
 * counts if it is of the same list and later.
 */
export function readKeptList(
  text: string | undefined,
  heard: Heard | undefined,
  now: number,
): PageSnapshot | undefined {
  const list = parse(listSchema, text)
  if (!list) return undefined
  const isOfList = heard?.log === list.log && heard.version === list.version && heard.heard_at >= list.heard.heard_at
  const { heard_at, clock_offset, source_at, stalled_since } = isOfList ? heard : list.heard
  return {
    log: list.log,
    version: list.version,
    at: list.at,
    ...(source_at === undefined ? {} : { source_at }),
    ...(stalled_since === undefined ? {} : { stalled_since }),
    drivers: list.drivers,
    ...(list.event ? { event: list.event } : {}),
    hash: list.hash,
    news: list.news as readonly News[],
    now: now + clock_offset,
    kept: { heard_at, clock_offset },
  }
}

function parse<Schema extends z.ZodMiniType>(schema: Schema, text: string | undefined): z.infer<Schema> | undefined {
  try {
    const result = schema.safeParse(JSON.parse(text ?? ''))
    return result.success ? result.data : undefined
  } catch {
    return undefined
  }
}
