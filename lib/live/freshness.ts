import type { Standings } from '../standings/standings.ts'
import type { Freshness } from '../sync/protocol.ts'
import { formatAge, formatDuration } from '../wording/age.ts'
import type { LiveState } from './live-store.ts'

/** The freshness of a list, in words for spectators. */
export interface FreshnessText {
  readonly tone: 'good' | 'waiting' | 'bad'
  /** The state of the chain from timing to page. It does not change with time alone. */
  readonly text: string
  /** How long `text` has been true; it changes with time. */
  readonly since: string | undefined
  /** The consequence for the reader. When present, a phone has no room for the timing file's age. */
  readonly meaning: string | undefined
  readonly changed: string | undefined
  readonly saved: string | undefined
  /** The timing file's age without words, for one short line: `14 s`. */
  readonly brief: string | undefined
  /** Everything works, but the timing file is older than spectators expect. */
  readonly savedLongAgo: boolean
}

/** In ms. Timing software saves at least once a minute while cars run, so that a longer wait needs an explanation. */
const longWithoutSave = 5 * 60_000
/** In ms. A timing file this old is of a finished event or of the day before: nobody waits for it. */
const tooLongToWait = 6 * 3_600_000

/**
 * Names the first broken hop: from this browser to the server, from the server to the timing file, or from the file to
 * the timing software. `now` is in Unix ms by the server's clock.
 */
export function freshnessOf(live: LiveState, now: number, underWay: boolean): FreshnessText {
  const { connection, isServerFull, heardAt, stalledSince, isHeld, sourceAt, replica } = live
  const isKnown = replica.drivers.size > 0 && replica.at !== undefined
  const changed = isKnown ? `results changed ${formatAge(now - (replica.at ?? now))}` : undefined
  const age = sourceAt === undefined ? undefined : now - sourceAt
  const saved = age === undefined ? undefined : `timing file saved ${formatAge(age)}`
  const brief = age === undefined ? undefined : formatDuration(age)
  const quiet = { since: undefined, meaning: undefined, changed, saved, brief, savedLongAgo: false }
  if (connection === 'offline') {
    const since = heardAt === 0 ? 'no answer yet' : `last heard ${formatAge(now - heardAt)}`
    const text = isServerFull ? 'offline: the server is full' : 'offline'
    return { ...quiet, tone: 'bad', text, since, meaning: 'trying again by itself' }
  }
  if (stalledSince !== undefined) {
    const duration = formatDuration(now - stalledSince)
    const since = isHeld ? `new results are being checked for ${duration}` : `timing file unusable for ${duration}`
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
  return { ...quiet, tone: 'good', text: 'live', savedLongAgo, ...(savedLongAgo ? { brief: undefined } : {}) }
}

/** True when the list can be outdated and no message will report it. */
export function isStale({ connection, stalledSince }: Pick<LiveState, 'connection' | 'stalledSince'>): boolean {
  return connection === 'offline' || stalledSince !== undefined
}

/** True from the first run until no entry has runs left or the event is final. */
export function isUnderWay({ event, raw }: Pick<Standings, 'event' | 'raw'>): boolean {
  if (event.state === 'final' || !raw.some(({ runs_done }) => runs_done > 0)) return false
  return raw.some(({ runs_left }) => runs_left !== 0)
}

type FileFreshness = Pick<Freshness, 'source_at' | 'stalled_since' | 'held'>

/** The timing file's state in a message. Without `source_at` the known `sourceAt` is kept. */
export function fileFreshness({
  source_at: sourceAt,
  stalled_since: stalledSince,
  held,
}: FileFreshness): Pick<LiveState, 'stalledSince' | 'isHeld'> & { sourceAt?: number } {
  return { stalledSince, isHeld: held === true, ...(sourceAt === undefined ? {} : { sourceAt }) }
}
