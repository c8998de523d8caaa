import { useEffect } from 'react'
import { useLatest } from './browser/use-latest.ts'
import { loadLazyViews } from './lazy-views.ts'

/** The views are preloaded after so many milliseconds even if the browser is never idle. */
const deadline = 5000

/** Preloads lazy views once the page is live and the browser is idle; `follows`: those for readers who follow, too. */
export function useLazyViews(isLive: boolean, entries: number, follows: boolean): void {
  const newest = useLatest(entries)
  useEffect(() => {
    if (!isLive) return
    // Safari has no requestIdleCallback.
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(() => loadLazyViews(newest(), follows), deadline)
      return () => clearTimeout(timer)
    }
    const idle = window.requestIdleCallback(() => loadLazyViews(newest(), follows), { timeout: deadline })
    return () => window.cancelIdleCallback(idle)
  }, [isLive, newest, follows])
}
