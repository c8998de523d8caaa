import { useEffect } from 'react'
import { loadLazyViews } from './lazy-views.ts'

/** The views are preloaded after so many milliseconds even if the browser is never idle. */
const deadline = 5000

/** Preloads lazy views once the page is live and the browser is idle. */
export function useLazyViews(isLive: boolean): void {
  useEffect(() => {
    if (!isLive) return
    // Safari has no requestIdleCallback.
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(loadLazyViews, deadline)
      return () => clearTimeout(timer)
    }
    const idle = window.requestIdleCallback(loadLazyViews, { timeout: deadline })
    return () => window.cancelIdleCallback(idle)
  }, [isLive])
}
