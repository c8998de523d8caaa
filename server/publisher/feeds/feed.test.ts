import { EventEmitter } from 'node:events'
import { beforeEach, describe, expect, test } from 'vitest'
import { type ManualTime, manualTime } from '../../../lib/time/manual-time.fixture.ts'
import { dumpAfter } from '../../../testing/feed/dump-after.ts'
import { kartSession } from '../../../testing/feed/made-up-karts.ts'
import { type Feed, openFeed } from './feed.ts'

/** The other end of a feed's connection. */
class FakeSocket extends EventEmitter {
  isOpen = true
  isPaused = false
  destroy() {
    this.isOpen = false
  }
  pause() {
    this.isPaused = true
  }
  resume() {
    this.isPaused = false
  }
  say(...lines: readonly string[]) {
    this.emit('data', Buffer.from(lines.map((line) => `${line}\r\n`).join('')))
  }
}

const address = { host: 'timing.local', port: 50_000 }
const second = 1000
const { lines } = kartSession({ duration: 60, count: 3 })
const all = lines.map(({ line }) => line)
const clock = '$F,9999,"00:05:00","14:00:00","00:00:00","      "'

let time: ManualTime
let sockets: FakeSocket[]
let changes: number
let random: number
let feed: Feed

const socket = () => sockets.at(-1) as FakeSocket
const entries = () => feed.reading().timing?.entries
const state = () => feed.status().state

async function connected(...said: readonly string[]): Promise<void> {
  socket().emit('connect')
  socket().say(...said)
  await time.pass(300)
}

beforeEach(() => {
  time = manualTime()
  sockets = []
  changes = 0
  random = 0.5
  const connect = () => {
    sockets.push(new FakeSocket())
    return socket()
  }
  const onChange = () => {
    changes += 1
  }
  feed = openFeed(address, 'timing.local', { connect, timers: time, now: time.now, random: () => random, onChange })
})

describe('a feed that connects', () => {
  test('is waiting until it is heard, and says nothing before', async () => {
    expect([state(), feed.reading().timing]).toEqual(['waiting', undefined])
    await connected(...all)
    expect(state()).toBe('heard')
    expect(entries()?.map(({ position }) => position)).toEqual([1, 2, 3])
  })

  test('shows what comes at once only when nothing has come for 0.25 s', async () => {
    socket().emit('connect')
    for (const line of all.slice(0, 12)) {
      socket().say(line)
      await time.pass(200)
      expect(feed.reading().timing).toBeUndefined()
    }
    await time.pass(50)
    expect(entries()).toHaveLength(3)
  })

  test('shows what comes after 30 s, when something new comes without a pause', async () => {
    socket().emit('connect')
    for (let spent = 0; spent < 30 * second; spent += 200) {
      expect(feed.reading().timing).toBeUndefined()
      socket().say(...all, `$B,26,"Final ${spent}"`)
      await time.pass(200)
    }
    socket().say(clock)
    expect(entries()).toHaveLength(3)
  })

  test('shows it although its clock goes on', async () => {
    socket().emit('connect')
    socket().say(...all)
    for (let spent = 0; spent < 250; spent += 50) {
      expect(feed.reading().timing).toBeUndefined()
      socket().say(clock)
      await time.pass(50)
    }
    expect(entries()).toHaveLength(3)
  })

  test('does not show a part of it while the sender waits', async () => {
    socket().emit('connect')
    socket().say(...all, ...Array.from({ length: 4000 }, () => clock))
    await time.pass(second)
    expect([socket().isPaused, feed.reading().timing]).toEqual([false, undefined])
    await time.pass(250)
    expect(entries()).toHaveLength(3)
  })

  test('reports each change at once afterwards, and none for the clock', async () => {
    await connected(...all.slice(0, 20))
    const before = changes
    socket().say(clock)
    await time.pass(second)
    socket().say(clock.replace('14:00:00', '14:00:01'))
    expect(changes).toBe(before)
    socket().say('$G,1,"K1",1,"00:00:35.000"')
    expect(changes).toBe(before + 1)
    expect(entries()?.[0]?.laps).toBe(1)
  })
})

describe('a feed that is lost', () => {
  test('keeps what it said, says so, and connects again after a random part of a growing delay', async () => {
    await connected(...all)
    const before = feed.reading().timing
    socket().emit('close')
    expect([state(), feed.reading().timing]).toEqual(['lost', before])
    for (const delay of [250, 500, 1000, 2000, 4000, 5000, 5000]) {
      const count = sockets.length
      await time.pass(delay - 1)
      expect(sockets).toHaveLength(count)
      await time.pass(1)
      expect(sockets).toHaveLength(count + 1)
      socket().emit('error')
      socket().emit('close')
    }
    random = 0
    await time.pass(5000)
    await connected(clock)
    expect(state()).toBe('heard')
    random = 0.5
    const count = sockets.length
    socket().emit('close')
    await time.pass(250)
    expect(sockets).toHaveLength(count + 1)
  })

  test('counts an attempt that does not end within 10 s as failed', async () => {
    await time.pass(10 * second)
    expect(sockets[0]?.isOpen).toBe(false)
    await time.pass(250)
    expect(sockets).toHaveLength(2)
  })

  test('shows nothing of a repetition that is cut off', async () => {
    await connected(...all)
    const before = feed.reading().timing
    socket().emit('close')
    await time.pass(second)
    socket().emit('connect')
    socket().say(...all.slice(0, 30))
    socket().emit('close')
    await time.pass(second)
    expect(feed.reading().timing).toBe(before)
  })

  test('shows nothing of a repetition with pauses until its clock is where it was, or after 30 s', async () => {
    await connected(...all)
    const before = feed.reading().timing
    socket().emit('close')
    await time.pass(second)
    socket().emit('connect')
    for (let index = 0; index < all.length; index += 4) {
      socket().say(...all.slice(index, index + 4))
      await time.pass(300)
      expect(feed.reading().timing).toEqual(before)
    }
    socket().emit('close')
    await time.pass(second)
    socket().emit('connect')
    socket().say(...all.slice(0, 30))
    await time.pass(29 * second)
    expect(feed.reading().timing).toEqual(before)
    socket().say(...all.slice(30, 31))
    await time.pass(2 * second)
    expect(feed.reading().timing).not.toEqual(before)
  })

  test('shows the results of another run that come before its name', async () => {
    await connected(...all)
    socket().emit('close')
    await time.pass(second)
    const final = kartSession({ duration: 90, count: 3, seed: 2, run: { id: '26', name: 'Final' } })
    await connected(...dumpAfter(final, final.lines.length), clock.replace('14:00:00', '14:30:00'))
    const shown = feed.reading().timing
    expect(shown?.session.name).toBe('Final')
    expect(shown?.entries.map(({ id, laps }) => [id, laps])).toEqual(final.finishers.map(({ id, laps }) => [id, laps]))
    expect(shown?.entries.flatMap(({ runs }) => runs.filter(Boolean))).toHaveLength(3)
  })

  test('keeps results over a long break, and forgets them after an hour without a line', async () => {
    random = 0
    for (const [minutes, laps] of [
      [59, 1],
      [61, undefined],
    ] as const) {
      await connected('$B,25,"Race 1"', '$A,"K1","7",1,"Ann","Lee","",1', '$G,1,"K1",1,"00:00:35.000"')
      socket().emit('close')
      await time.pass(minutes * 60 * second)
      await connected('$B,25,"Race 1"')
      expect(entries()?.map((entry) => [entry.name, entry.laps])).toEqual([['Ann Lee', laps]])
    }
  })

  test('changes nothing by a repetition of everything', async () => {
    await connected(...all)
    const before = feed.reading().timing
    socket().emit('close')
    await time.pass(second)
    socket().emit('connect')
    for (const line of all) {
      socket().say(line)
      expect(feed.reading().timing).toEqual(before)
    }
    await time.pass(300)
    expect(feed.reading().timing).toEqual(before)
  })
})

describe('a feed that sends nothing', () => {
  test('is silent after 10 s without a line, and heard again with the next', async () => {
    await connected(...all)
    socket().say(clock)
    await time.pass(10 * second - 1)
    expect(state()).toBe('heard')
    await time.pass(1)
    expect(state()).toBe('silent')
    expect(time.now() - feed.status().since).toBe(0)
    socket().say(clock)
    expect(state()).toBe('heard')
  })

  test('is connected again after 30 s', async () => {
    await connected(...all)
    const count = sockets.length
    socket().say(clock)
    await time.pass(30 * second)
    expect([state(), sockets[0]?.isOpen]).toEqual(['lost', false])
    await time.pass(250)
    expect(sockets).toHaveLength(count + 1)
  })
})

describe('a feed that is hostile', () => {
  test('is not read faster than 4,000 lines a second', async () => {
    socket().emit('connect')
    socket().say(...Array.from({ length: 4000 }, () => clock))
    expect(socket().isPaused).toBe(true)
    await time.pass(second)
    expect(socket().isPaused).toBe(false)
    socket().say(...Array.from({ length: 3999 }, () => clock))
    expect(socket().isPaused).toBe(false)
  })

  test('has its bad lines counted, with the first as an example, and reported once', async () => {
    await connected(...all)
    const before = changes
    socket().say('GET / HTTP/1.1')
    socket().say('x'.repeat(5000))
    expect(changes).toBe(before + 1)
    socket().say('$G,1,"K1",40,"00:22:35.000"')
    expect(feed.reading().doubts).toEqual({ badLines: 2, badLine: 'GET / HTTP/1.1', isFull: false })
  })

  test('is cut off at the 1,000th byte of a line, and read on at the next', async () => {
    await connected(...all, `$B,27,"${'x'.repeat(5000)}`, '$B,28,"Final"')
    expect(feed.reading().timing?.session.name).toBe('Final')
  })
})

test('given a feed, when it is stopped, then its connection is closed and nothing connects again', async () => {
  await connected(...all)
  feed.stop()
  expect(socket().isOpen).toBe(false)
  socket().emit('close')
  socket().say('$B,28,"Final"')
  const before = changes
  await time.pass(60 * second)
  expect([sockets.length, changes]).toEqual([1, before])
})
