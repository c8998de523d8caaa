import { beginsDay } from '../../../lib/day/day-history.ts'
import { mostNews, type News, newsBetween, withNews } from '../../../lib/day/news.ts'
import { defaultEvent } from '../../../lib/record/event.ts'
import { followLists } from '../../../lib/standings/follow-lists.ts'
import type { Standings } from '../../../lib/standings/standings.ts'
import type { LogState } from '../../log/revision-log.ts'

export interface RecentNews {
  /** The newest first. */
  current(): readonly News[]
  /** Goes on with a later state; a day that begins anew has no news. */
  follow(state: LogState): void
}

const unnamedEvent = defaultEvent('Live results')

/**
 * What happened to runs since a state, with places: so that who opens the page sees what those have seen who were
 * there.
 */
export function startNews(start: LogState): RecentNews {
  let news: readonly News[] = []
  let state = start
  let before: Standings | undefined
  const standingsAfter = followLists()

  return {
    current: () => news,
    follow(after) {
      const old = before ?? standingsAfter(state.drivers, state.event ?? unnamedEvent)
      const now = standingsAfter(after.drivers, after.event ?? unnamedEvent)
      news = beginsDay(state, after) ? [] : withNews(news, newsBetween(old, now, after.version, after.at))
      state = after
      before = now
    },
  }
}

/** States behind which there may be news still worth telling, and how many runs each of them changed. */
export interface RecentStates {
  /** What the first of the others is compared with. */
  readonly start: LogState
  readonly later: readonly { readonly state: LogState; readonly changed: number }[]
}

/**
 * With a later state. To rank a list costs far more than to keep it, so that a past which is too old for news is not
 * ranked.
 */
export function withState({ start, later }: RecentStates, state: LogState, changed: number): RecentStates {
  if (changed === 0) return { start, later }
  const all = [...later, { state, changed }]
  let sum = all.reduce((total, step) => total + step.changed, 0)
  const old = all.findIndex((step) => {
    sum -= step.changed
    return sum < mostNews
  })
  return { start: all[old - 1]?.state ?? start, later: all.slice(old) }
}
