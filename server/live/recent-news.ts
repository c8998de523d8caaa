import { defaultEvent } from '../../lib/event.ts'
import { type News, newsBetween, withNews } from '../../lib/news.ts'
import { type Standings, standings } from '../../lib/standings.ts'
import type { RevisionLog, State } from '../log/revision-log.ts'

export interface RecentNews {
  /** The newest first; of what was published since the server started. */
  current(): readonly News[]
  stop(): void
}

const unnamedEvent = defaultEvent('Live results')

/** Remembers what happened to runs, so that who opens the page sees what those have seen who were there. */
export function followNews(log: RevisionLog): RecentNews {
  let news: readonly News[] = []
  let before = standingsOf(log.current(), undefined)
  let due: NodeJS.Immediate | undefined

  function catchUp(): void {
    due = undefined
    const state = log.current()
    const after = standingsOf(state, before)
    news = withNews(news, newsBetween(before, after, state.version, state.at))
    before = after
  }

  const unsubscribe = log.subscribe(() => {
    // Browsers first: they work out their own.
    due ??= setImmediate(catchUp)
  })
  return {
    current: () => news,
    stop() {
      unsubscribe()
      clearImmediate(due)
    },
  }
}

function standingsOf({ drivers, event = unnamedEvent }: State, before: Standings | undefined): Standings {
  return standings(drivers.values(), event, before)
}
