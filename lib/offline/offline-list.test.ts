import { expect, test } from 'vitest'
import type { LiveState } from '../live/live-store.ts'
import { live } from './offline.fixture.ts'
import { type OfflineFreshness, offlineFreshness, whatToSave } from './offline-list.ts'

const saved = offlineFreshness(live)
if (!saved) throw new Error('The fixture has a version.')
const later: OfflineFreshness = { ...saved, offline: { ...saved.offline, heard_at: 9000 } }
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
  ['the list, when nothing is saved yet', {}, undefined, 'list'],
  ['nothing, when all of it is saved', {}, saved, undefined],
  ['the freshness, when the same list was heard again', { heardAt: 6000 }, saved, 'freshness'],
  ['the list, when an older version is saved', {}, of({ version: 6 }), 'list'],
  ['the list, when another log is saved', {}, of({ log: 'b' }), 'list'],
  ['the list, when the same version is saved with another hash', {}, of({ hash: 'ba9876543210' }), 'list'],
  ['nothing, when another tab has heard more', { connection: 'offline' }, later, undefined],
  ['nothing, when another tab has a newer list', { connection: 'offline' }, of({ version: 8 }, later), undefined],
  ['the list of a live page, when the clock was wrong before', {}, of({ version: 8 }, later), 'list'],
]
test.each(cases)('saves %s', (_, change, before, expected) => {
  const state = { ...live, ...change }
  const fresh = offlineFreshness(state)
  expect(fresh && whatToSave(fresh, state.connection, before)).toBe(expected)
})

test.each([{ version: 0 }, { log: undefined }, { at: undefined }, { hash: undefined }])(
  'has no freshness for a list with %j: nothing could show later whether it is right',
  (change) => {
    expect(offlineFreshness({ ...live, replica: { ...live.replica, ...change } })).toBeUndefined()
  },
)
