import type { News } from '../../lib/news.ts'
import type { Standings } from '../../lib/standings.ts'
import { useStarredCallouts } from './use-starred-callouts.ts'

interface Props {
  readonly news: readonly News[]
  readonly stars: ReadonlySet<string>
  readonly standings: Standings
}

/** The one place that screen readers are told of results from: those of drivers who are followed. */
export function StarredAnnouncements({ news, stars, standings }: Props) {
  const text = useStarredCallouts(news, stars, standings)
  return (
    <p className="visually-hidden" aria-live="polite" aria-atomic="true" data-announcements>
      {text}
    </p>
  )
}
