import { createServer, type Server, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { type LiveServer, quiet, startLiveServer } from '../../server/live/live.fixture.ts'
import { type NetworkProxy, startProxy } from '../../testing/network/proxy.ts'
import { connectLive, type LiveClient } from './live-client.ts'
import { createLiveStore, type LiveStore } from './live-store.ts'

// The clock and the ticks are fake, sockets and their timeouts are real: no message arrives during `pass`.

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
  // Stops the server's heartbeat.
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
  await stateToBe('live')
}

async function stateToBe(connection: string): Promise<void> {
  await expect.poll(() => store.get().connection, { timeout: 10_000 }).toBe(connection)
}

/** A server that accepts connections and sends nothing. `accepted` is their number. */
async function startSilentServer(): Promise<{ readonly url: string; readonly accepted: () => number }> {
  const sockets: Socket[] = []
  const listener: Server = createServer((socket) => sockets.push(socket.on('error', () => {})))
  const port = await new Promise<number>((resolve) => {
    listener.listen(0, '127.0.0.1', () => {
      const address = listener.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    listener.close()
  })
  return { url: `http://127.0.0.1:${port}`, accepted: () => sockets.length }
}

describe('silence', () => {
  test('[P8] of more than 25 s makes the client offline and opens a new connection', async () => {
    await connect(link.url)
    link.mute()
    pass(25 * second)
    expect(store.get().connection).toBe('live')
    pass(2 * second)
    expect(store.get().connection).toBe('offline')
    await stateToBe('live')
  })

  test('closes the old connection when it opens a new one', async () => {
    await connect(server.url)
    pass(27 * second)
    await stateToBe('live')
    await expect.poll(() => server.namespace.sockets.size).toBe(1)
  })

  test('[P8] is measured from the start of each connection', async () => {
    const silent = await startSilentServer()
    client = connectLive(silent.url, store)
    await expect.poll(silent.accepted).toBe(1)
    pass(26 * second)
    await expect.poll(silent.accepted).toBe(2)
    for (let tick = 0; tick < 20; tick += 1) {
      pass(second)
      await new Promise((resolve) => setImmediate(resolve))
    }
    await quiet()
    expect(silent.accepted()).toBe(2)
  })

  test('[P8] may last twice as long on the connection after a silent one, because the list can be on its way', async () => {
    await connect(link.url)
    let connected = 0
    server.namespace.on('connection', (socket) => {
      connected += 1
      // Never answers.
      socket.removeAllListeners()
      socket.offAny()
    })
    pass(27 * second)
    await expect.poll(() => store.get().connection).toBe('behind')
    pass(45 * second)
    await quiet()
    expect([connected, store.get().connection]).toEqual([1, 'behind'])
    pass(10 * second)
    await expect.poll(() => connected).toBe(2)
  })
})

test('[P8] a connection that opened late has 25 s for its answer', async () => {
  let connected = 0
  server.namespace.on('connection', (socket) => {
    connected += 1
    socket.removeAllListeners()
    socket.offAny()
  })
  link.hold(true)
  client = connectLive(link.url, store)
  pass(20 * second)
  link.hold(false)
  await stateToBe('behind')
  pass(20 * second)
  await quiet()
  expect([connected, store.get().connection]).toEqual([1, 'behind'])
})

describe('[P14] after a sleep of the machine, the client', () => {
  test('sends a check at once', async () => {
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
    await stateToBe('live')
    // Longer than the answer timeout.
    await new Promise((resolve) => setTimeout(resolve, 1500))
    expect([...server.namespace.sockets.keys()]).toEqual([before])
  })

  test('replaces a connection that has been opening for longer than the answer timeout', async () => {
    const silent = await startSilentServer()
    client = connectLive(silent.url, store)
    await expect.poll(silent.accepted).toBe(1)
    pass(2 * second)
    // Long timers never end, so that only immediate work is done.
    const { setTimeout: original } = globalThis
    const timers = vi
      .spyOn(globalThis, 'setTimeout')
      .mockImplementation(((work: () => void, delay = 0) =>
        original(delay < second ? work : () => {}, delay)) as typeof setTimeout)
    onTestFinished(() => timers.mockRestore())
    client.wake()
    await expect.poll(silent.accepted).toBe(2)
  })
})

describe('a client', () => {
  test('has no connection after sleep()', async () => {
    await connect(server.url)
    client.sleep()
    await expect.poll(() => server.namespace.sockets.size).toBe(0)
  })

  test('opens no connection after stop() while a reconnect is scheduled', async () => {
    await connect(link.url)
    const random = vi.spyOn(Math, 'random').mockReturnValue(0.2)
    onTestFinished(() => random.mockRestore())
    link.cut()
    await stateToBe('offline')
    client.stop()
    await new Promise((resolve) => setTimeout(resolve, 600))
    expect(server.namespace.sockets.size).toBe(0)
  })
})
