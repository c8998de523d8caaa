import { beginsDay } from '../../../lib/day/day-history.ts'
import { mostNews, type News, newsBetween, withNews } from '../../../lib/day/news.ts'
import { defaultEvent } from '../../../lib/record/event.ts'
import { followLists } from '../../../lib/standings/follow-lists.ts'
import type { Standings } from '../../../lib/standings/standings.ts'
import type { LogState } from '../../log/revision-log.ts'

export interface RecentNews {
  /** Newest first. */
  current(): readonly News[]
  /** Adds the news of a later state; when it begins a new day, there are none. */
  follow(state: LogState): void
}

const unnamedEvent = defaultEvent('Live results')

/** News of runs since a state, with positions, so that a newly opened page shows the same as one that was open. */
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

/** The states from which the newest news are derived, and how many runs each of them changed. */
export interface RecentStates {
  /** The state that the first of `later` is compared with. */
  readonly start: LogState
  readonly later: readonly { readonly state: LogState; readonly changed: number }[]
}

/**
 * Adds a later state, and drops the states that are too old for news: ranking a list costs far more than holding it.
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
