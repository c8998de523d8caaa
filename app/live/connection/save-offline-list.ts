import type { News } from '../../../lib/day/news.ts'
import type { LiveState } from '../../../lib/live/live-store.ts'
import { offlineListCache } from '../../../lib/offline/offline-list.ts'
import { type OfflineStorage, readFromStorage, saveToStorage } from '../../../lib/offline/offline-storage.ts'
import type { PageData } from '../../../lib/server-api/page-data.ts'

// Cache Storage holds megabytes, does not block the page, and the service worker can read it. Insecure pages have none.

const addresses = { list: '/offline/list', freshness: '/offline/freshness' } as const

const cacheStorage: OfflineStorage = {
  async read(name) {
    // `open` would create the cache, and the service worker would take that for a saved list.
    if (!(await window.caches.has(offlineListCache))) return undefined
    return (await window.caches.match(addresses[name], { cacheName: offlineListCache }))?.text()
  },
  async write(name, text) {
    const cache = await window.caches.open(offlineListCache)
    await cache.put(addresses[name], new Response(text))
  },
}

/** Saves the list for offline use. Does nothing where the browser cannot save, as in a private window. */
export async function saveOfflineList(live: LiveState, news: readonly News[]): Promise<void> {
  if (!('caches' in window)) return
  try {
    await saveToStorage(cacheStorage, live, news)
  } catch {
    // The storage is full or forbidden: the page works without it.
  }
}

/** The saved list as a page; undefined when there is none or it is damaged. Never rejects. */
export async function readOfflineList(): Promise<PageData | undefined> {
  if (!('caches' in window)) return undefined
  try {
    return await readFromStorage(cacheStorage)
  } catch {
    return undefined
  }
}
