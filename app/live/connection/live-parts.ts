import { connectLive } from '../../../lib/live/live-client.ts'
import { saveOfflineList } from './save-offline-list.ts'

/** What a page needs as soon as it runs, loaded lazily as one, since both parts have the schemas of the messages. */
export const liveParts = { connectLive, saveOfflineList } as const
