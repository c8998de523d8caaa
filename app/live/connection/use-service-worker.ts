'use client'

import { useEffect } from 'react'

/** Installs the service worker once the list is live, so that it does not compete with the list on a slow network. */
export function useServiceWorker(isLive: boolean): void {
  useEffect(() => {
    // Only secure pages have it, and not every private window; the page works without it.
    if (!isLive || !('serviceWorker' in navigator)) return
    navigator.serviceWorker.register('/service-worker.js', { updateViaCache: 'none' }).catch(() => undefined)
  }, [isLive])
}
