import { useEffect } from 'react'
import { loadLazyViews } from './lazy-views.ts'

/** Milliseconds after which nothing is waited for any more. */
const latest = 5000

/** Fetches the parts of the page that are not open yet, once it is live and the browser has nothing else to do. */
export function useLazyViews(isLive: boolean): void {
  useEffect(() => {
    if (!isLive) return
    // Safari knows no idle time.
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(loadLazyViews, latest)
      return () => clearTimeout(timer)
    }
    const idle = window.requestIdleCallback(loadLazyViews, { timeout: latest })
    return () => window.cancelIdleCallback(idle)
  }, [isLive])
}
