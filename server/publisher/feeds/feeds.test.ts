import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { manualTime } from '../../../lib/time/manual-time.fixture.ts'
import type { Address } from './address.ts'
import type { FeedStore, KeptFeeds } from './feed-file.ts'
import { createFeeds } from './feeds.ts'

/** The feeds of an event, and the addresses to which they are connected now. */
function feedsOf(store?: FeedStore) {
  const open: Address[] = []
  const connect = (address: Address) => {
    open.push(address)
    const destroy = () => open.splice(open.indexOf(address), 1)
    const socket = new EventEmitter()
    return Object.assign(socket, { destroy, pause: () => {}, resume: () => {} })
  }
  const time = manualTime()
  const sockets: EventEmitter[] = []
  const feeds = createFeeds(
    {
      connect(to) {
        const socket = connect(to)
        sockets.push(socket)
        return socket
      },
      ...{ timers: time, now: time.now, random: () => 0, onChange: () => {} },
    },
    store,
  )
  return { feeds, open, time, sockets }
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
  void feeds.stop()
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

/** A store in memory, and what was written to it. */
function memoryStore(kept: KeptFeeds = {}) {
  const written: KeptFeeds[] = []
  const store: FeedStore = {
    kept,
    async write(feeds) {
      written.push(feeds)
    },
  }
  return { store, written }
}

const say = (socket: EventEmitter | undefined, ...lines: readonly string[]) =>
  socket?.emit('data', Buffer.from(lines.map((line) => `${line}\n`).join('')))
const clockAt = (text: string) => `$F,9999,"00:05:00","${text}","00:00:00","Green "`
const lap = (total: number) => `$J,"K1","00:00:3${total}","00:0${total}:00"`

test('given a feed that goes on, then what it said is kept within 2 s of a change, and each minute without one', async () => {
  const { store, written } = memoryStore()
  const { feeds, time, sockets } = feedsOf(store)
  feeds.follow({ karts })
  await time.pass(10_000)
  expect(written).toEqual([])
  sockets.at(-1)?.emit('connect')
  say(sockets.at(-1), '$A,"K1","7",123,"Ann","Lee","",1', lap(1), clockAt('14:00:00'))
  await time.pass(2300)
  expect(written.map(({ karts: one }) => one?.session.results[0]?.[1].passings.length)).toEqual([1])
  say(sockets.at(-1), lap(2))
  await time.pass(2000)
  expect(written.at(-1)?.karts?.session.results[0]?.[1].passings).toHaveLength(2)
  const count = written.length
  for (let spent = 0; spent < 66; spent += 2) {
    say(sockets.at(-1), clockAt(`14:0${spent > 59 ? 2 : 1}:${String(spent % 60).padStart(2, '0')}`))
    await time.pass(2000)
  }
  expect(written).toHaveLength(count + 1)
  say(sockets.at(-1), lap(3))
  await feeds.stop()
  expect(written.at(-1)?.karts?.session.results[0]?.[1].passings).toHaveLength(3)
})

test.each([
  ['the same address', 60_000, '10.0.0.1', ['31', '32']],
  ['the same address, 61 minutes later', 3_660_000, '10.0.0.1', []],
  ['the same address, with a clock that was set back', -1000, '10.0.0.1', []],
  ['another address', 60_000, '10.0.0.9', []],
])('given a restart with %s, then laps of before are there as they may be', async (_, later, rmonitor, laps) => {
  const first = memoryStore()
  const before = feedsOf(first.store)
  before.feeds.follow({ karts })
  before.sockets[0]?.emit('connect')
  say(before.sockets[0], '$B,5,"Race"', '$A,"K1","7",123,"Ann","Lee","",1', lap(1), lap(2), clockAt('14:00:00'))
  await before.time.pass(300)
  await before.feeds.stop()

  const { store } = memoryStore(JSON.parse(JSON.stringify(first.written.at(-1))))
  const { feeds, time, sockets } = feedsOf(store)
  time.jump(before.time.now() + later - time.now())
  feeds.follow({ karts: { rmonitor } })
  expect(feeds.readings().karts?.timing).toBeUndefined()
  sockets[0]?.emit('connect')
  say(sockets[0], '$B,5,"Race"', '$A,"K1","7",123,"Ann","Lee","",1', clockAt('14:01:00'))
  await time.pass(31_000)
  expect(feeds.readings().karts?.timing?.entries.map(({ runs }) => runs)).toEqual([laps.map((one) => `${one}.000`)])
})

test('given a restart, when another run is named, then no lap of before is there', async () => {
  const first = memoryStore()
  const before = feedsOf(first.store)
  before.feeds.follow({ karts })
  before.sockets[0]?.emit('connect')
  say(before.sockets[0], '$B,5,"Heat"', '$A,"K1","7",123,"Ann","Lee","",1', lap(1), clockAt('14:00:00'))
  await before.time.pass(300)
  await before.feeds.stop()
  const { feeds, time, sockets } = feedsOf({ ...first.store, kept: first.written.at(-1) ?? {} })
  feeds.follow({ karts })
  sockets[0]?.emit('connect')
  say(sockets[0], '$B,6,"Final"', '$A,"K1","7",123,"Ann","Lee","",1', clockAt('14:01:00'))
  await time.pass(1000)
  expect(feeds.readings().karts?.timing?.entries.map(({ runs }) => runs)).toEqual([[]])
})
