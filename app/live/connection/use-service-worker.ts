'use client'

import { useEffect } from 'react'

/** Installs the service worker once the list is live: it must not take from a slow network what the list needs. */
export function useServiceWorker(isLive: boolean): void {
  useEffect(() => {
    // Browsers offer it to secure pages only, and not in every private window; the page works without.
    if (!isLive || !('serviceWorker' in navigator)) return
    navigator.serviceWorker.register('/service-worker.js', { updateViaCache: 'none' }).catch(() => undefined)
  }, [isLive])
}
