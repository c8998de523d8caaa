'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import type { LiveClient } from '../../../lib/live/live-client.ts'
import { createLiveStore, type LiveState, type LiveStore } from '../../../lib/live/live-store.ts'
import { liveStateOf, type PageData } from '../../../lib/server-api/page-data.ts'
import { retryImport } from '../lazy/retry-import.ts'

/** The list in step with the server, beginning with what the page came with. */
export function useReplica(page: PageData): LiveState {
  const store = useLiveStore(page)
  return useSyncExternalStore(store.subscribe, store.get, store.get)
}

/** The store behind it, for who works something out of the list before anything renders. */
export function useLiveStore(page: PageData): LiveStore {
  const [store] = useState(() => createLiveStore(liveStateOf(page)))

  useEffect(() => {
    let stop: (() => void) | undefined
    let isOver = false
    const offline = () => {
      // The network that has no client has no news either.
      if (store.get().connection === 'connecting') store.set({ connection: 'offline' })
    }
    void retryImport(() => import('../../../lib/live/live-client.ts'), undefined, offline).then(({ connectLive }) => {
      if (!isOver) stop = followPage(connectLive('', store))
    })
    return () => {
      isOver = true
      stop?.()
    }
  }, [store])

  return store
}

/** Tells the client when the page is put away and looked at again. Returns how to stop both. */
function followPage(client: LiveClient): () => void {
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
}
