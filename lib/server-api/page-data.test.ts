import { expect, test } from 'vitest'
import { byName } from '../record/driver.ts'
import { defaultEvent } from '../record/event.ts'
import type { AllDrivers, CurrentVersion } from '../sync/protocol.ts'
import { emptyReplica } from '../sync/replica.ts'
import { type ListMessage, type Sync, step } from '../sync/sync.ts'
import { liveStateOf, pageData } from './page-data.ts'

const drivers = [{ driver_name: 'Ann', runs: ['40.434'] }, { driver_name: 'Bob' }]
const ids = { version: 7, log: 'a', at: 1000, hash: '0123456789ab' }
const list: AllDrivers = {
  source: 'server',
  action: 'all_drivers',
  data: { ...ids, drivers, source_at: 900, event: defaultEvent('Spring') },
}
const version: CurrentVersion = {
  source: 'server',
  action: 'current_version',
  data: { ...ids, source_at: 950, now: 2000, stalled_since: 1500 },
}

test('the replica of a page equals that of a socket with the same messages', () => {
  const start: Sync = { phase: 'checking', replica: emptyReplica, newest: undefined, divergences: 0, unreported: 0 }
  const receive = (sync: Sync, message: ListMessage) => step(sync, { kind: 'message', message }).sync
  const sync = receive(receive(start, list), version)
  expect(sync.phase).toBe('live')
  expect(liveStateOf(pageData(list, version, [])).replica).toEqual(sync.replica)
  expect(sync.replica.drivers).toEqual(byName(drivers))
})

test('a page starts as connecting, with the freshness of the server, which it has not heard yet', () => {
  expect(liveStateOf(pageData(list, version, []))).toMatchObject({
    ...{ connection: 'connecting', heardAt: 0, clockOffset: 0 },
    ...{ sourceAt: 950, stalledSince: 1500, divergences: 0, socketBytes: 0 },
  })
})

test('page data are equal at every time of day', () => {
  const later = { ...version, data: { ...version.data, now: 3000 } }
  expect(pageData(list, later, [])).toEqual(pageData(list, version, []))
})
