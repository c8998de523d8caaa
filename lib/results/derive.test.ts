import { expect, test } from 'vitest'
import { createLiveStore } from '../live/live-store.ts'
import { byName } from '../record/driver.ts'
import { emptyReplica } from '../sync/replica.ts'
import type { Results } from './create-results.ts'
import { derive } from './derive.ts'
import { createResultsStore } from './results-store.ts'

test('given several parts that derive the same, then it is computed once for each list', () => {
  const drivers = byName([{ driver_name: 'Ann' }, { driver_name: 'Bo' }])
  const list = createLiveStore({ replica: { ...emptyReplica, log: 'log', version: 1, drivers } })
  const store = createResultsStore(list, { news: [], now: 0 })
  let computed = 0
  const count = ({ standings }: Results) => {
    computed += 1
    return standings.raw.length
  }
  expect([derive(store, count), derive(store, count), computed]).toEqual([2, 2, 1])
  list.set({ replica: { ...list.get().replica, version: 2, drivers: byName([{ driver_name: 'Ann' }]) } })
  expect([derive(store, count), derive(store, count), computed]).toEqual([1, 1, 2])
  expect([derive(store, ({ news }) => news.length), derive(store, count), computed]).toEqual([0, 1, 2])
})
