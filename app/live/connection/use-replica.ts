'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import type { LiveClient } from '../../../lib/live/live-client.ts'
import { createLiveStore, type LiveState, type LiveStore } from '../../../lib/live/live-store.ts'
import { liveStateOf, type PageData } from '../../../lib/server-api/page-data.ts'
import { retryImport } from '../lazy/retry-import.ts'

/** The live state of the list, synchronized with the server; the first one is that of the page. */
export function useReplica(page: PageData): LiveState {
  const store = useLiveStore(page)
  return useSyncExternalStore(store.subscribe, store.get, store.get)
}

/** The store behind `useReplica`, for derived state that must not cause a render of its own. */
export function useLiveStore(page: PageData): LiveStore {
  const [store] = useState(() => createLiveStore(liveStateOf(page)))

  useEffect(() => {
    let stop: (() => void) | undefined
    let isUnmounted = false
    const setOffline = () => {
      // The client could not be loaded, so the server is unreachable.
      if (store.get().connection === 'connecting') store.set({ connection: 'offline' })
    }
    void retryImport(() => import('./live-parts.ts'), undefined, setOffline).then(({ liveParts }) => {
      if (!isUnmounted) stop = followPage(liveParts.connectLive('', store))
    })
    return () => {
      isUnmounted = true
      stop?.()
    }
  }, [store])

  return store
}

/** Puts the client to sleep with the page and wakes it again. Returns a function that stops both. */
function followPage(client: LiveClient): () => void {
  const wake = () => {
    if (document.visibilityState === 'visible') client.wake()
  }
  // Only a page from the back/forward cache: a new page connects by itself.
  const restore = ({ persisted }: PageTransitionEvent) => {
    if (persisted) wake()
  }
  // An open connection keeps a page out of the back/forward cache, and a frozen page must not be restored as "live".
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
}
