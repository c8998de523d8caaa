import type { Standings } from '../standings/standings.ts'
import type { Freshness } from '../sync/protocol.ts'
import { formatAge, formatDuration } from '../wording/age.ts'
import type { LiveState } from './live-store.ts'

/** How fresh a list is, in words for people who watch. */
export interface FreshnessText {
  readonly tone: 'good' | 'waiting' | 'bad'
  /** What is the matter. It changes only when something happens. */
  readonly text: string
  /** Since when, or for how long. */
  readonly since: string | undefined
  /** What that means for the reader. Where it is said, there is no room for the timing file's age on a phone. */
  readonly meaning: string | undefined
  readonly changed: string | undefined
  readonly saved: string | undefined
  /** Nothing is broken, but timing has saved nothing for longer than people expect. */
  readonly savedLongAgo: boolean
}

/**
 * Timing software saves at least once a minute while cars run; who waits for longer wants to know why nothing comes.
 */
const longWithoutSave = 5 * 60_000
/** After that nobody waits any more: the event is over, or it is tomorrow. */
const tooLongToWait = 6 * 3_600_000

/**
 * Three hops can break: this browser and the server, the server and the timing file, the file and the timing software.
 * The first that is broken is named. `now` is by the server's clock.
 */
export function freshnessOf(live: LiveState, now: number, underWay: boolean): FreshnessText {
  const { connection, heardAt, stalledSince, sourceAt, replica } = live
  const isKnown = replica.drivers.size > 0 && replica.at !== undefined
  const changed = isKnown ? `results changed ${formatAge(now - (replica.at ?? now))}` : undefined
  const age = sourceAt === undefined ? undefined : now - sourceAt
  const saved = age === undefined ? undefined : `timing file saved ${formatAge(age)}`
  const quiet = { since: undefined, meaning: undefined, changed, saved, savedLongAgo: false }
  if (connection === 'offline') {
    const since = `last heard ${formatAge(now - heardAt)}`
    return { ...quiet, tone: 'bad', text: 'offline', since, meaning: 'trying again by itself' }
  }
  if (stalledSince !== undefined) {
    const since = `timing file unusable for ${formatDuration(now - stalledSince)}`
    return {
      ...quiet,
      tone: 'bad',
      text: 'not updating',
      since,
      meaning: isKnown ? 'last good list below' : undefined,
    }
  }
  if (connection !== 'live') {
    return { ...quiet, tone: 'waiting', text: connection === 'behind' ? 'catching up …' : 'connecting …' }
  }
  const savedLongAgo = underWay && age !== undefined && age >= longWithoutSave && age < tooLongToWait
  return { ...quiet, tone: 'good', text: 'live', savedLongAgo }
}

/** What is shown may not be so any more. */
export function isStale({ connection, stalledSince }: Pick<LiveState, 'connection' | 'stalledSince'>): boolean {
  return connection === 'offline' || stalledSince !== undefined
}

/** Runs were driven, and there are some to come, as far as that is known. */
export function isUnderWay({ event, raw }: Pick<Standings, 'event' | 'raw'>): boolean {
  if (event.state === 'final' || !raw.some(({ runs_done }) => runs_done > 0)) return false
  return raw.some(({ runs_left }) => runs_left !== 0)
}

/** What a message says about the timing file. One without `source_at` leaves what is known. */
export function fileFreshness({
  source_at: sourceAt,
  stalled_since: stalledSince,
}: Pick<Freshness, 'source_at' | 'stalled_since'>): Pick<LiveState, 'stalledSince'> & { sourceAt?: number } {
  return { stalledSince, ...(sourceAt === undefined ? {} : { sourceAt }) }
}
