import type * as z from 'zod/mini'
import type { News } from '../day/news.ts'
import { deskOf } from '../desk/desk-schema.ts'
import type { LiveState } from '../live/live-store.ts'
import type { PageData } from '../server-api/page-data.ts'
import {
  isSameVersion,
  offlineFreshness,
  offlineFreshnessSchema,
  offlineList,
  offlineListSchema,
  whatToSave,
} from './offline-list.ts'
import { sealText, unsealText } from './sealed-text.ts'

/** Two texts that outlive the page. */
export interface OfflineStorage {
  /** The last written text; undefined when there is none. */
  read(name: 'list' | 'freshness'): Promise<string | undefined>
  write(name: 'list' | 'freshness', text: string): Promise<void>
}

/** Saves the list or its freshness if the storage has an older one. Rejects when the storage does. */
export async function saveToStorage(storage: OfflineStorage, live: LiveState, news: readonly News[]): Promise<void> {
  const fresh = offlineFreshness(live)
  if (!fresh) return
  const what = whatToSave(fresh, live.connection, await readSealed(storage, 'freshness', offlineFreshnessSchema))
  if (what === undefined) return
  // The list first: a freshness must never be saved for a list that is not.
  if (what === 'list') await storage.write('list', await sealText(JSON.stringify(offlineList(live, news, fresh))))
  await storage.write('freshness', await sealText(JSON.stringify(fresh)))
}

/** The saved list as a page; undefined when it is missing or damaged. */
export async function readFromStorage(storage: OfflineStorage): Promise<PageData | undefined> {
  const saved = await readSealed(storage, 'list', offlineListSchema)
  if (!saved || !isSameVersion(saved.list.data, saved.freshness)) return undefined
  const newer = await readSealed(storage, 'freshness', offlineFreshnessSchema)
  const isNewer =
    newer && isSameVersion(newer.freshness, saved.freshness) && newer.offline.heard_at >= saved.offline.heard_at
  const { freshness, desk, offline } = isNewer ? newer : saved
  const { heard_at: heardAt, clock_offset: clockOffset } = offline
  const { list, news } = saved
  return {
    list,
    freshness,
    news: news as readonly News[],
    ...(desk ? { desk: deskOf(desk) } : {}),
    offline: { heardAt, clockOffset },
  }
}

async function readSealed<Schema extends z.ZodMiniType>(
  storage: OfflineStorage,
  name: 'list' | 'freshness',
  schema: Schema,
): Promise<z.infer<Schema> | undefined> {
  const text = await unsealText((await storage.read(name)) ?? '')
  if (text === undefined) return undefined
  try {
    return schema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
