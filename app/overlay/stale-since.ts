import { isStale } from '../../lib/live/freshness.ts'
import type { LiveState } from '../../lib/live/live-store.ts'

/**
 * The last moment at which the list was surely the newest, Unix ms by the server's clock; undefined while it is. `at`:
 * when the page's own list was published.
 */
export function staleSince(live: LiveState, at: number): number | undefined {
  if (!isStale(live)) return undefined
  if (live.connection !== 'offline') return live.stalledSince
  const heard = live.heardAt === 0 ? at : live.heardAt
  return Math.min(heard, live.stalledSince ?? heard)
}
