'use client'

import { useEffect, useRef } from 'react'
import type { LiveState } from '../../lib/live-store.ts'
import type { News } from '../../lib/news.ts'

/** How often a page that is looked at keeps its list, in milliseconds. */
const interval = 30_000

/** Keeps the newest list for when there is no server: when the server was heard, when the page is put away, and now and then. */
export function useListKeeper(live: LiveState, news: readonly News[]): void {
  const newest = useRef({ live, news })
  useEffect(() => {
    newest.current = { live, news }
  }, [live, news])

  const isLive = live.connection === 'live'
  useEffect(() => {
    if (!isLive) return
    // One after the other: a list that is being written must not come after the next one.
    let last = Promise.resolve()
    const keep = () => {
      last = last
        .then(() => import('./list-keeper.ts'))
        .then(({ keepList }) => keepList(newest.current.live, newest.current.news))
        // Without the part that keeps it, it is kept the next time.
        .catch(() => undefined)
    }
    const keepWhenHidden = () => document.visibilityState === 'hidden' && keep()
    keep()
    const timer = setInterval(keep, interval)
    document.addEventListener('visibilitychange', keepWhenHidden)
    window.addEventListener('pagehide', keep)
    return () => {
      keep()
      clearInterval(timer)
      document.removeEventListener('visibilitychange', keepWhenHidden)
      window.removeEventListener('pagehide', keep)
    }
  }, [isLive])
}
