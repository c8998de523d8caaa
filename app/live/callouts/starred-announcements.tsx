import type { News } from '../../../lib/day/news.ts'
import type { Standings } from '../../../lib/standings/standings.ts'
import { useInBrowser } from '../browser/use-in-browser.ts'
import { starredCallouts } from './lazy-starred-callouts.ts'

interface Props {
  readonly news: readonly News[]
  /** The news that the page was loaded with; it is not announced. */
  readonly since: readonly News[]
  readonly stars: ReadonlySet<string>
  readonly standings: Standings
}

/** The only live region with results: screen readers announce the news of followed drivers. */
export function StarredAnnouncements(props: Props) {
  const inBrowser = useInBrowser()
  return (
    <p className="visually-hidden" aria-live="polite" aria-atomic="true" data-announcements>
      {inBrowser && <starredCallouts.Part {...props} />}
    </p>
  )
}
