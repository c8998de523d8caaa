import { useEffect, useRef, useState } from 'react'
import { type News, newsBetween, withNews } from '../../lib/news.ts'
import type { Replica } from '../../lib/replica.ts'
import type { Standings } from '../../lib/standings.ts'

/** What happened to runs, newest first: what the page came with, and everything since. */
export function useNews(initial: readonly News[], standings: Standings, { version, at }: Replica): readonly News[] {
  const [news, setNews] = useState(initial)
  const before = useRef(standings)
  useEffect(() => {
    const more = newsBetween(before.current, standings, version, at ?? 0)
    before.current = standings
    if (more.length > 0) setNews((known) => withNews(known, more))
  }, [standings, version, at])
  return news
}
