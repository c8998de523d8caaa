import {
  formatKeptList,
  type Heard,
  heardOf,
  keptListCache,
  readHeard,
  readKeptList,
  whatToKeep,
} from '../../lib/kept-list.ts'
import type { LiveState } from '../../lib/live-store.ts'
import type { News } from '../../lib/news.ts'
import type { PageSnapshot } from '../../lib/page-snapshot.ts'

// Cache Storage takes megabytes without holding up the page, and the service worker can see it. Insecure pages have none.

const listAddress = '/kept/list'
const heardAddress = '/kept/heard'

/** Keeps the newest list for when there is no server. What cannot be kept is not: a private window may have no storage. */
export async function keepList(live: LiveState, news: readonly News[]): Promise<void> {
  if (!('caches' in window)) return
  try {
    const kept = (await window.caches.has(keptListCache)) ? await keptHeard() : undefined
    const what = whatToKeep(live, kept)
    if (what === undefined) return
    const cache = await window.caches.open(keptListCache)
    if (what === 'list') await cache.put(listAddress, jsonOf(formatKeptList(live, news)))
    await cache.put(heardAddress, jsonOf(JSON.stringify(heardOf(live))))
  } catch {
    // Full, or not allowed: the page goes on without.
  }
}

/** The list that this browser has kept, as a page; undefined when there is none that can be used. */
export async function lastKeptList(): Promise<PageSnapshot | undefined> {
  if (!('caches' in window)) return undefined
  try {
    return readKeptList(await textOf(listAddress), await keptHeard(), Date.now())
  } catch {
    return undefined
  }
}

async function keptHeard(): Promise<Heard | undefined> {
  return readHeard(await textOf(heardAddress))
}

async function textOf(address: string): Promise<string | undefined> {
  const kept = await window.caches.match(address, { cacheName: keptListCache })
  return kept?.text()
}

function jsonOf(text: string): Response {
  return new Response(text, { headers: { 'Content-Type': 'application/json' } })
}
