import type { News } from '../../../lib/day/news.ts'
import type { LiveState } from '../../../lib/live/live-store.ts'
import { offlineListCache } from '../../../lib/offline/offline-list.ts'
import { type OfflineStorage, readFromStorage, saveToStorage } from '../../../lib/offline/offline-storage.ts'
import type { PageData } from '../../../lib/server-api/page-data.ts'

// Cache Storage takes megabytes without blocking the page, and the service worker can see it. Insecure pages have none.

const addresses = { list: '/offline/list', freshness: '/offline/freshness' } as const

const cacheStorage: OfflineStorage = {
  async read(name) {
    // Opening would create it, and the service worker would take that for a saved list.
    if (!(await window.caches.has(offlineListCache))) return undefined
    return (await window.caches.match(addresses[name], { cacheName: offlineListCache }))?.text()
  },
  async write(name, text) {
    const cache = await window.caches.open(offlineListCache)
    await cache.put(addresses[name], new Response(text))
  },
}

/**
 * Saves the newest list for a time without a server. Where nothing can be saved, as in a private window, nothing is.
 */
export async function saveOfflineList(live: LiveState, news: readonly News[]): Promise<void> {
  if (!('caches' in window)) return
  try {
    await saveToStorage(cacheStorage, live, news)
  } catch {
    // Full, or not allowed: the page works without.
  }
}

/** The list that this browser has saved, as a page; undefined when there is none that can be used. */
export async function readOfflineList(): Promise<PageData | undefined> {
  if (!('caches' in window)) return undefined
  try {
    return await readFromStorage(cacheStorage, Date.now())
  } catch {
    return undefined
  }
}
