import { useEffect, useRef, useState } from 'react'
import { beginsDay } from '../../lib/day-history.ts'
import { type News, newsBetween, withNews } from '../../lib/news.ts'
import type { Replica } from '../../lib/replica.ts'
import type { Standings } from '../../lib/standings.ts'

/** What happened to runs, newest first: what the page came with, and everything since; nothing when another day begins. */
export function useNews(initial: readonly News[], standings: Standings, replica: Replica): readonly News[] {
  const { version, at, drivers, event } = replica
  const [news, setNews] = useState(initial)
  const before = useRef({ standings, drivers, event })
  useEffect(() => {
    const old = before.current
    const more = newsBetween(old.standings, standings, version, at ?? 0)
    before.current = { standings, drivers, event }
    if (beginsDay(old, { drivers, event })) setNews([])
    else if (more.length > 0) setNews((known) => withNews(known, more))
  }, [standings, version, at, drivers, event])
  return news
}
