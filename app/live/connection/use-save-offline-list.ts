'use client'

import { useEffect, useRef } from 'react'
import type { News } from '../../../lib/day/news.ts'
import type { LiveState } from '../../../lib/live/live-store.ts'

/** How often a live page saves its list, in milliseconds. */
const interval = 30_000

/** Saves the newest list for offline use: when the page becomes live, every 30 s, and when it is hidden or shown. */
export function useSaveOfflineList(live: LiveState, news: readonly News[]): void {
  const newest = useRef({ live, news })
  useEffect(() => {
    newest.current = { live, news }
  }, [live, news])

  const isLive = live.connection === 'live'
  useEffect(() => {
    if (!isLive) return
    // One save after the other: an older list must not overwrite a newer one.
    let last = Promise.resolve()
    const save = () => {
      last = last
        .then(() => import('./live-parts.ts'))
        .then(({ liveParts }) => liveParts.saveOfflineList(newest.current.live, newest.current.news))
        // A chunk that failed to load is loaded with the next save.
        .catch(() => undefined)
    }
    save()
    const timer = setInterval(save, interval)
    document.addEventListener('visibilitychange', save)
    window.addEventListener('pagehide', save)
    return () => {
      save()
      clearInterval(timer)
      document.removeEventListener('visibilitychange', save)
      window.removeEventListener('pagehide', save)
    }
  }, [isLive])
}
