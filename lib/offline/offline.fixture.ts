import type { News } from '../day/news.ts'
import { initialLiveState, type LiveState } from '../live/live-store.ts'
import { defaultEvent } from '../record/event.ts'
import { emptyReplica } from '../sync/replica.ts'
import type { OfflineStorage } from './offline-storage.ts'

const joan = { driver_name: 'Joan Zielinski', class: 'SS', runs: ['40.434'], heat: 2 }

/** A live page with one entry. Its server's clock is 20 ms behind this machine's. */
export const live: LiveState = {
  ...initialLiveState,
  replica: {
    ...emptyReplica,
    ...{ log: 'a', version: 7, at: 1000, sourceAt: 900, hash: '0123456789ab' },
    drivers: new Map([[joan.driver_name, joan]]),
    event: defaultEvent('Points Autocross 4'),
  },
  desk: { version: 4, message: { id: 4, text: 'Rain', since: 4 }, screens: [] },
  connection: 'live',
  heardAt: 5000,
  sourceAt: 950,
  clockOffset: -20,
}

export const run: News = {
  ...{ version: 7, at: 1000, driver_name: 'Joan Zielinski', kind: 'run', course: 0, run: 0, text_before: '' },
  ...{ text: '40.434', before: { total: undefined, position: undefined } },
  after: { total: 40_434, position: { place: 1, shared: false } },
}

export interface MemoryStorage extends OfflineStorage {
  readonly texts: Map<'list' | 'freshness', string>
}

/** A storage in memory. A write rejects when `canWrite` returns false. */
export function memoryStorage(canWrite = () => true): MemoryStorage {
  const texts: MemoryStorage['texts'] = new Map()
  return {
    texts,
    read: async (name) => texts.get(name),
    async write(name, text) {
      if (!canWrite()) throw new Error('The storage is full.')
      texts.set(name, text)
    },
  }
}
