'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import { connectLive } from '../../lib/live-client.ts'
import { createLiveStore, type LiveState } from '../../lib/live-store.ts'
import { type PageSnapshot, stateOfPage } from '../../lib/page-snapshot.ts'

/** The list in step with the server, beginning with what the page came with. */
export function useReplica(page: PageSnapshot): LiveState {
  const [store] = useState(() => createLiveStore(stateOfPage(page)))

  useEffect(() => {
    const client = connectLive('', store)
    const wake = () => {
      if (document.visibilityState === 'visible') client.wake()
    }
    // A page that is shown for the first time is connecting already.
    const restore = ({ persisted }: PageTransitionEvent) => {
      if (persisted) wake()
    }
    // An open connection keeps a page out of the back/forward cache; and what is thawed or restored must not say "live".
    window.addEventListener('pagehide', client.sleep)
    document.addEventListener('freeze', client.sleep)
    document.addEventListener('resume', wake)
    window.addEventListener('pageshow', restore)
    window.addEventListener('online', wake)
    document.addEventListener('visibilitychange', wake)
    return () => {
      window.removeEventListener('pagehide', client.sleep)
      document.removeEventListener('freeze', client.sleep)
      document.removeEventListener('resume', wake)
      window.removeEventListener('pageshow', restore)
      window.removeEventListener('online', wake)
      document.removeEventListener('visibilitychange', wake)
      client.stop()
    }
  }, [store])

  return useSyncExternalStore(store.subscribe, store.get, store.get)
}
