import { expect, test } from 'vitest'
import type { News } from '../../../lib/day/news.ts'
import { type DeskState, silentDesk } from '../../../lib/desk/desk-state.ts'
import type { AllDrivers, CurrentVersion } from '../../../lib/sync/protocol.ts'
import { createPageSnapshots } from './page-snapshots.ts'

const ids = { version: 7, log: 'a', at: 1000, hash: '0123456789ab' }
const listOf = (name: string): AllDrivers => ({
  source: 'server',
  action: 'all_drivers',
  data: { ...ids, drivers: [{ driver_name: name }] },
})
const versionOf = (change: Partial<CurrentVersion['data']>): CurrentVersion => ({
  source: 'server',
  action: 'current_version',
  data: { ...ids, now: 2000, ...change },
})

test('a snapshot is the same until list, freshness, news or what the desk says change; the clock changes nothing', () => {
  let [list, version, news, desk] = [listOf('Ann'), versionOf({}), [] as readonly News[], silentDesk as DeskState]
  const newest = createPageSnapshots({ newest: () => ({ list, version }), news: () => news, desk: () => desk })
  const seen = [newest()]
  const isNew = () => {
    const snapshot = newest()
    const known = seen.includes(snapshot)
    seen.push(snapshot)
    return !known
  }
  expect(isNew()).toBe(false)
  version = versionOf({ now: 9000 })
  expect(isNew()).toBe(false)
  version = versionOf({ source_at: 900 })
  expect(isNew()).toBe(true)
  version = versionOf({ source_at: 900, stalled_since: 1500 })
  expect(isNew()).toBe(true)
  version = versionOf({ source_at: 900 })
  expect(isNew()).toBe(true)
  list = listOf('Bob')
  expect(isNew()).toBe(true)
  news = []
  expect(isNew()).toBe(true)
  desk = { version: 1, screens: [] }
  expect(isNew()).toBe(true)
  expect(JSON.parse(newest().json()).desk).toEqual(desk)
  const numbers = [...new Set(seen)].map(({ id }) => id)
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
})

test('a snapshot is the JSON of its page, without the clock', () => {
  const newest = createPageSnapshots({
    newest: () => ({ list: listOf('Ann'), version: versionOf({}) }),
    news: () => [],
    desk: () => silentDesk,
  })
  expect(JSON.parse(newest().json())).toEqual({ list: listOf('Ann'), freshness: ids, news: [] })
})
