import { expect, test } from 'vitest'
import { initialLiveState, type LiveState } from '../../lib/live/live-store.ts'
import { staleSince } from './stale-since.ts'

test.each<[string, Partial<LiveState>, number | undefined]>([
  ['is live', { connection: 'live', heardAt: 900 }, undefined],
  ['connects', { connection: 'connecting' }, undefined],
  ['catches up', { connection: 'behind', heardAt: 900 }, undefined],
  ['is offline after it heard the server', { connection: 'offline', heardAt: 900 }, 900],
  ['was never connected', { connection: 'offline', heardAt: 0 }, 500],
  ['hears of a file that cannot be used', { connection: 'live', heardAt: 900, stalledSince: 700 }, 700],
  ['loses the connection while it cannot', { connection: 'offline', heardAt: 900, stalledSince: 700 }, 700],
])('given a page that %s, then its list is surely the newest until the right moment', (_, live, expected) => {
  expect(staleSince({ ...initialLiveState, ...live }, 500)).toBe(expected)
})
