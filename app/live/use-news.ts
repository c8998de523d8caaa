import { useState } from 'react'
import { beginsDay } from '../../lib/day-history.ts'
import { type News, newsBetween, withNews } from '../../lib/news.ts'
import type { Replica } from '../../lib/replica.ts'
import type { Standings } from '../../lib/standings.ts'

/** What happened to runs, newest first: what the page came with, and everything since; nothing when another day begins. */
export function useNews(initial: readonly News[], standings: Standings, replica: Replica): readonly News[] {
  const { version, at, drivers, event } = replica
  const [known, setKnown] = useState({ news: initial, standings, drivers, event })
  if (known.standings === standings) return known.news
  // Worked out before anything is rendered: a list never stands there without its news, and is rendered once.
  const more = newsBetween(known.standings, standings, version, at ?? 0)
  const news = beginsDay(known, { drivers, event }) ? [] : withNews(known.news, more)
  setKnown({ news, standings, drivers, event })
  return news
}
