import { beginsDay } from '../day/day-history.ts'
import { type News, newsOf, withNews } from '../day/news.ts'
import { type Changes, noChanges } from '../list/diff.ts'
import { reuseIfDeepEqual } from '../list/reuse-if-equal.ts'
import type { LiveState } from '../live/live-store.ts'
import type { Event } from '../record/event.ts'
import { unnamedEvent } from '../record/unnamed-event.ts'
import { changedBetween } from '../standings/changed-between.ts'
import type { ChangedRow } from '../standings/changed-row.ts'
import { createStandings, type StandingsStep } from '../standings/create-standings.ts'
import type { Standing } from '../standings/standing.ts'
import type { Standings } from '../standings/standings.ts'
import { createHighlights } from './create-highlights.ts'
import type { EntryHighlights } from './entry-highlights.ts'
import { changedRecords, nothingUnread, type Unread, withChanged, withSeen } from './unread.ts'

/** The newest list and what is derived from it for the whole page. */
export interface Results {
  readonly live: LiveState
  readonly standings: Standings
  /** All news since those in the page, newest first; empty after another day begins. */
  readonly news: readonly News[]
}

/** What a row shows of its entry. */
export interface LiveEntry {
  /** For a removed entry, its last standing; undefined if it was never in the list. */
  readonly standing: Standing | undefined
  readonly highlights: EntryHighlights
  /** Whether it changed since it was last in sight. */
  readonly unread: boolean
}

/** What a page starts with beside its list. */
export interface ResultsHistory {
  readonly news: readonly News[]
  /** The server's clock, Unix ms. */
  readonly now: number
}

/** The results of a list that changes. Every method but `get` and `entry` returns the names that may have changed. */
export interface ResultsBuilder {
  get(): Results
  /** The same object until something of the entry changes. */
  entry(driverName: string): LiveEntry
  /** `changes` lead from the old drivers to the new. After a step that threw, the next one reads the whole list. */
  apply(live: LiveState, changes: Changes | undefined): Iterable<string>
  /** Takes the server's clock, Unix ms. */
  tick(now: number): readonly string[]
  /** Marks the entry as read. */
  seen(driverName: string): readonly string[]
}

export function createResults(live: LiveState, history: ResultsHistory): ResultsBuilder {
  let { now } = history
  let unread: Unread = nothingUnread
  // A pending order may still show them. Never more than the names that this page had.
  const removed = new Map<string, Standing>()
  const entries = new Map<string, LiveEntry>()
  let [builder, first] = begin(live)
  let highlights = createHighlights(first.standings.event)
  let current: Results = { live, standings: first.standings, news: history.news }
  let isWhole = true
  highlights.apply(first, current.news, now)

  function apply(live: LiveState, changes: Changes | undefined): Iterable<string> {
    const isSameEvent = sameEvent(current, live)
    if (isWhole && isSameEvent && !changes) {
      current = { ...current, live }
      return []
    }
    const isNext = isWhole && isSameEvent
    isWhole = false
    const step = isNext ? builder.apply(changes ?? noChanges) : beginAgain(live)
    const { standings } = step
    const changed = isNext ? step.changed : changedBetween(current.standings, standings)
    const news = newsAfter(live, changed, standings)
    const highlighted = highlights.apply(step, news, now)
    // Lists of different logs are unrelated: their differences are no changes.
    if (live.replica.log === current.live.replica.log) unread = withChanged(unread, changedRecords(changed))
    for (const row of changed) if (row.before && !row.after) removed.set(row.before.driver.driver_name, row.before)
    current = { live, standings, news }
    isWhole = true
    return [...changed.map(nameOf), ...(isNext ? highlighted : entries.keys())]
  }

  function beginAgain(live: LiveState): StandingsStep {
    const [next, step] = begin(live)
    builder = next
    highlights = createHighlights(step.standings.event)
    return step
  }

  function newsAfter({ replica }: LiveState, changed: readonly ChangedRow[], standings: Standings): readonly News[] {
    if (changed.length === 0) return current.news
    if (beginsDay(current.live.replica, replica)) return []
    return withNews(current.news, newsOf(changed, standings, replica.version, replica.at ?? 0))
  }

  return {
    get: () => current,
    entry(name) {
      const standing = current.standings.by_name.get(name) ?? removed.get(name)
      const after = { standing, highlights: highlights.of(name), unread: unread.has(name) }
      const before = entries.get(name)
      if (before && isSame(before, after)) return before
      entries.set(name, after)
      return after
    },
    apply,
    tick(next) {
      now = next
      return highlights.tick(now)
    },
    seen(name) {
      const before = unread
      unread = withSeen(unread, name)
      return unread === before ? [] : [name]
    },
  }
}

function begin({ replica }: LiveState) {
  const builder = createStandings(eventOf({ replica }))
  return [builder, builder.apply({ ...noChanges, update: [...replica.drivers.values()] })] as const
}

function eventOf({ replica }: Pick<LiveState, 'replica'>): Event {
  return replica.event ?? unnamedEvent
}

/** Compares by value too: every whole list has its event in a new object. */
function sameEvent({ live, standings }: Results, next: LiveState): boolean {
  if (next.replica.event === live.replica.event) return true
  return reuseIfDeepEqual(standings.event, eventOf(next)) === standings.event
}

function isSame(a: LiveEntry, b: LiveEntry): boolean {
  return a.standing === b.standing && a.highlights === b.highlights && a.unread === b.unread
}

function nameOf({ before, after }: ChangedRow): string {
  return (after ?? before)?.driver.driver_name ?? ''
}
