import { useState } from 'react'
import type { News } from '../../../lib/day/news.ts'
import type { Standings } from '../../../lib/standings/standings.ts'
import { useInBrowser } from '../browser/use-in-browser.ts'
import { storedPush } from '../push/push-is-on.ts'
import { starredCallouts } from './lazy-starred-callouts.ts'

interface Props {
  readonly news: readonly News[]
  /** The news that the page was loaded with; it is not announced. */
  readonly since: readonly News[]
  readonly stars: ReadonlySet<string>
  readonly standings: Standings
}

/**
 * The only live region with results: screen readers announce the news of followed drivers. Readers who follow nobody do
 * not load it.
 */
export function StarredAnnouncements({ since, ...props }: Props) {
  const inBrowser = useInBrowser()
  // A reader can unfollow the last driver on another page: then this page switches the notifications off.
  const follows = props.stars.size > 0 || (inBrowser && storedPush.get() === 'on')
  // What is known when the first driver is followed; undefined before. The stars are known as soon as scripts run.
  const [known, setKnown] = useState<{ readonly news: readonly News[] | undefined }>()
  if (inBrowser && !known) setKnown({ news: follows ? since : undefined })
  if (known && !known.news && follows) setKnown({ news: props.news })
  return (
    <p className="visually-hidden" aria-live="polite" aria-atomic="true" data-announcements>
      {known?.news && <starredCallouts.Part {...props} since={known.news} />}
    </p>
  )
}
