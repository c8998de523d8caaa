import { expect, test } from 'vitest'
import { noChanges } from '../list/diff.ts'
import { byName, type Driver } from '../record/driver.ts'
import { emptyReplica } from '../sync/replica.ts'
import { createLiveStore, type LiveUpdate } from './live-store.ts'

const ann: Driver = { driver_name: 'Ann', number: '1' }
const bo: Driver = { driver_name: 'Bo' }

function setUp() {
  const store = createLiveStore({ replica: { ...emptyReplica, drivers: byName([ann]) } })
  const heard: LiveUpdate[] = []
  const stop = store.subscribe((update) => heard.push(update))
  return { store, heard, stop }
}

test('a listener gets the states before and after, and no changes when the list is the same', () => {
  const { store, heard } = setUp()
  const before = store.get()
  store.set({ connection: 'live' }, { ...noChanges, destroy: ['Ann'] })
  expect(heard).toEqual([{ before, after: { ...before, connection: 'live' }, changes: undefined }])
  expect(heard[0]?.after).toBe(store.get())
})

test('a listener gets the very changes that were set with the list', () => {
  const { store, heard } = setUp()
  const changes = { create: ['Bo'], update: [bo], destroy: ['Nobody'] }
  store.set({ replica: { ...emptyReplica, drivers: byName([ann, bo]) } }, changes)
  expect(heard[0]?.changes).toBe(changes)
})

test('a listener gets a diff when the list was set without changes', () => {
  const { store, heard } = setUp()
  store.set({ replica: { ...emptyReplica, drivers: byName([bo]) } })
  expect(heard[0]?.changes).toEqual({ create: ['Bo'], update: [bo], destroy: ['Ann'] })
})

test('a listener gets nothing after it has unsubscribed', () => {
  const { store, heard, stop } = setUp()
  stop()
  store.set({ connection: 'live' })
  expect(heard).toEqual([])
})
