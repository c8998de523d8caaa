import { expect, test } from 'vitest'
import type { LiveState } from '../live/live-store.ts'
import { live } from './offline.fixture.ts'
import { type OfflineFreshness, offlineFreshness, whatToSave } from './offline-list.ts'

const saved = offlineFreshness(live)
if (!saved) throw new Error('The fixture has a version.')
const newer: OfflineFreshness = { ...saved, offline: { ...saved.offline, heard_at: 9000 } }
const of = (freshness: Partial<OfflineFreshness['freshness']>, base = saved) => ({
  ...base,
  freshness: { ...base.freshness, ...freshness },
})

const cases: readonly (readonly [
  string,
  Partial<LiveState>,
  OfflineFreshness | undefined,
  ReturnType<typeof whatToSave>,
])[] = [
  ['the list when nothing is saved yet', {}, undefined, 'list'],
  ['nothing when list and freshness are saved', {}, saved, undefined],
  ['the freshness when the server confirmed the same list', { heardAt: 6000 }, saved, 'freshness'],
  ['the list when an older version is saved', {}, of({ version: 6 }), 'list'],
  ['the list when another log is saved', {}, of({ log: 'b' }), 'list'],
  ['the list when the same version is saved with another hash', {}, of({ hash: 'ba9876543210' }), 'list'],
  ['nothing when another tab saved a newer freshness', { connection: 'offline' }, newer, undefined],
  ['nothing when another tab saved a newer list', { connection: 'offline' }, of({ version: 8 }, newer), undefined],
  ['the list of a live page when the saved time is in the future', {}, of({ version: 8 }, newer), 'list'],
]
test.each(cases)('a page saves %s', (_, change, before, expected) => {
  const state = { ...live, ...change }
  const fresh = offlineFreshness(state)
  expect(fresh && whatToSave(fresh, state.connection, before)).toBe(expected)
})

test.each([{ version: 0 }, { log: undefined }, { at: undefined }, { hash: undefined }])(
  'a list with %j has no offline freshness, since nothing identifies it',
  (change) => {
    expect(offlineFreshness({ ...live, replica: { ...live.replica, ...change } })).toBeUndefined()
  },
)
