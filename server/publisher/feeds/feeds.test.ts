import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { manualTime } from '../../../lib/time/manual-time.fixture.ts'
import type { Address } from './address.ts'
import { createFeeds } from './feeds.ts'

/** The feeds of an event, and the addresses to which they are connected now. */
function feedsOf() {
  const open: Address[] = []
  const connect = (address: Address) => {
    open.push(address)
    const destroy = () => open.splice(open.indexOf(address), 1)
    const socket = new EventEmitter()
    return Object.assign(socket, { destroy, pause: () => {}, resume: () => {} })
  }
  const time = manualTime()
  const feeds = createFeeds({ connect, timers: time, now: time.now, random: () => 0, onChange: () => {} })
  return { feeds, open, time }
}

const karts = { rmonitor: '10.0.0.1' }

test('given settings that change, when they are followed, then what is new is opened and what is gone is closed', () => {
  const { feeds, open } = feedsOf()
  feeds.follow({ karts })
  feeds.follow({ karts, cars: { rmonitor: '[::1]:4000' } })
  expect(open).toEqual([
    { host: '10.0.0.1', port: 50_000 },
    { host: '::1', port: 4000 },
  ])
  feeds.follow({ karts: { rmonitor: '10.0.0.2' } })
  expect(open).toEqual([{ host: '10.0.0.2', port: 50_000 }])
  expect(Object.keys(feeds.readings())).toEqual(['karts'])
  feeds.stop()
  expect(open).toEqual([])
})

test('given a feed that nobody answers, when its status is asked for, then it has the wall clock time of its begin', async () => {
  const { feeds, time } = feedsOf()
  const began = time.now()
  feeds.follow({ karts })
  await time.pass(5000)
  expect(feeds.statuses()).toEqual([
    { name: 'karts', address: '10.0.0.1', state: 'waiting', since: began, heard_at: undefined },
  ])
})

test('given a clock that is set back, when a status is asked for, then none of its times lies ahead', () => {
  const { feeds, time } = feedsOf()
  feeds.follow({ karts })
  time.jump(-3_600_000)
  expect(feeds.statuses()[0]?.since).toBe(time.now())
})
