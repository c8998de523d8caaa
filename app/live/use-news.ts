import { useState } from 'react'
import { beginsDay } from '../../lib/day-history.ts'
import { type News, newsBetween, withNews } from '../../lib/news.ts'
import type { Replica } from '../../lib/replica.ts'
import type { Standings } from '../../lib/standings.ts'

/** What happened to runs, newest first: what the page came with, and everything since; nothing when another day begins. */
export function useNews(initial: readonly News[], standings: Standings, replica: Replica): readonly News[] {
  const [newsOf] = useState(() => createNews(initial, standings, replica))
  return newsOf(standings, replica)
}

/**
 * Worked out before anything is rendered: a list never stands there without its news, and is rendered once. It remembers the
 * list before, which is right since lists never come by a render that can be given up.
 */
function createNews(initial: readonly News[], standings: Standings, { drivers, event }: Replica) {
  let known = { news: initial, standings, drivers, event }
  return (standings: Standings, { version, at, drivers, event }: Replica): readonly News[] => {
    if (known.standings === standings) return known.news
    const more = newsBetween(known.standings, standings, version, at ?? 0)
    const news = beginsDay(known, { drivers, event }) ? [] : withNews(known.news, more)
    known = { news, standings, drivers, event }
    return news
  }
}
