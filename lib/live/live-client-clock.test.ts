import { createServer, type Server, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { type LiveServer, quiet, startLiveServer } from '../../server/live/live.fixture.ts'
import { type NetworkProxy, startProxy } from '../../testing/network/proxy.ts'
import { connectLive, type LiveClient } from './live-client.ts'
import { createLiveStore, type LiveStore } from './live-store.ts'

// Clock and ticks are the test's, sockets and what they wait for are real: `pass` is time in which nothing arrives.

const joan = { driver_name: 'Joan Zielinski', runs: ['40.434'] }
const second = 1000

let server: LiveServer
let link: NetworkProxy
let store: LiveStore
let client: LiveClient

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] })
  server = await startLiveServer()
  link = await startProxy(server.url)
  await server.publish([joan])
  store = createLiveStore()
  // The server's heartbeat.
  vi.clearAllTimers()
})

afterEach(async () => {
  client.stop()
  vi.useRealTimers()
  await link.close()
  await server.stop()
})

const pass = (milliseconds: number) => vi.advanceTimersByTime(milliseconds)

async function connect(url: string): Promise<void> {
  client = connectLive(url, store)
  await toBe('live')
}

async function toBe(connection: string): Promise<void> {
  await expect.poll(() => store.get().connection, { timeout: 10_000 }).toBe(connection)
}

/** A server that takes connections and says nothing, and how many it took. */
async function startDumb(): Promise<{ readonly url: string; readonly taken: () => number }> {
  const sockets: Socket[] = []
  const dumb: Server = createServer((socket) => sockets.push(socket.on('error', () => {})))
  const port = await new Promise<number>((resolve) => {
    dumb.listen(0, '127.0.0.1', () => {
      const address = dumb.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    dumb.close()
  })
  return { url: `http://127.0.0.1:${port}`, taken: () => sockets.length }
}

describe('silence', () => {
  test('[P8] of 25 s is a dead connection: the page says so, and a new one is opened', async () => {
    await connect(link.url)
    link.mute()
    pass(25 * second)
    expect(store.get().connection).toBe('live')
    pass(2 * second)
    expect(store.get().connection).toBe('offline')
    await toBe('live')
  })

  test('leaves one connection, not two', async () => {
    await connect(server.url)
    pass(27 * second)
    await toBe('live')
    await expect.poll(() => server.namespace.sockets.size).toBe(1)
  })

  test('[P8] before counts for nothing on a new connection, which has its own 25 s', async () => {
    const dumb = await startDumb()
    client = connectLive(dumb.url, store)
    await expect.poll(dumb.taken).toBe(1)
    pass(26 * second)
    await expect.poll(dumb.taken).toBe(2)
    for (let tick = 0; tick < 20; tick += 1) {
      pass(second)
      await new Promise((resolve) => setImmediate(resolve))
    }
    await quiet()
    expect(dumb.taken()).toBe(2)
  })

  test('[P8] after a check may take twice as long on the next connection: the list may be on its way', async () => {
    await connect(link.url)
    let joined = 0
    server.namespace.on('connection', (socket) => {
      joined += 1
      // Its answer takes for ever.
      socket.removeAllListeners()
      socket.offAny()
    })
    pass(27 * second)
    await expect.poll(() => store.get().connection).toBe('behind')
    pass(45 * second)
    await quiet()
    expect([joined, store.get().connection]).toEqual([1, 'behind'])
    pass(10 * second)
    await expect.poll(() => joined).toBe(2)
  })
})

test('[P8] a connection that took long to open has its own 25 s for the answer', async () => {
  let joined = 0
  server.namespace.on('connection', (socket) => {
    joined += 1
    socket.removeAllListeners()
    socket.offAny()
  })
  link.hold(true)
  client = connectLive(link.url, store)
  pass(20 * second)
  link.hold(false)
  await toBe('behind')
  pass(20 * second)
  await quiet()
  expect([joined, store.get().connection]).toEqual([1, 'behind'])
})

describe('[P14] a machine that slept', () => {
  test('asks at once when it wakes', async () => {
    await connect(server.url)
    const checks: unknown[] = []
    for (const socket of server.namespace.sockets.values()) socket.on('version_check', (check) => checks.push(check))
    vi.setSystemTime(Date.now() + 8 * second)
    pass(second)
    await expect.poll(() => checks.length).toBe(1)
  })

  test('keeps a connection that answers', async () => {
    await connect(server.url)
    const [before] = server.namespace.sockets.keys()
    pass(second)
    client.wake()
    await toBe('live')
    // Longer than an answer is waited for.
    await new Promise((resolve) => setTimeout(resolve, 1500))
    expect([...server.namespace.sockets.keys()]).toEqual([before])
  })

  test('does not wait for a connection that has been opening for a while', async () => {
    const dumb = await startDumb()
    client = connectLive(dumb.url, store)
    await expect.poll(dumb.taken).toBe(1)
    pass(2 * second)
    // Only what it does at once: nothing that it waits for ends.
    const { setTimeout: original } = globalThis
    const timers = vi
      .spyOn(globalThis, 'setTimeout')
      .mockImplementation(((work: () => void, delay = 0) =>
        original(delay < second ? work : () => {}, delay)) as typeof setTimeout)
    onTestFinished(() => timers.mockRestore())
    client.wake()
    await expect.poll(dumb.taken).toBe(2)
  })
})

describe('a client', () => {
  test('that was put away has no connection', async () => {
    await connect(server.url)
    client.sleep()
    await expect.poll(() => server.namespace.sockets.size).toBe(0)
  })

  test('that was stopped while it waited opens no other connection', async () => {
    await connect(link.url)
    const random = vi.spyOn(Math, 'random').mockReturnValue(0.2)
    onTestFinished(() => random.mockRestore())
    link.cut()
    await toBe('offline')
    client.stop()
    await new Promise((resolve) => setTimeout(resolve, 600))
    expect(server.namespace.sockets.size).toBe(0)
  })
})
