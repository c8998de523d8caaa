import { createServer, connect as openTcp, type Server, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { type LiveServer, startLiveServer } from '../../server/live/live.fixture.ts'
import { type NetworkProxy, startProxy } from '../../testing/network/proxy.ts'
import { type ManualTime, manualTime } from '../time/manual-time.fixture.ts'
import { connectLive, type LiveClient } from './live-client.ts'
import { createLiveStore, type LiveStore } from './live-store.ts'

// The client's time passes only in `pass`; the server's never does, so that it sends no heartbeat. Sockets are real.

const joan = { driver_name: 'Joan Zielinski', runs: ['40.434'] }
const second = 1000

let time: ManualTime
let server: LiveServer
let link: NetworkProxy
let store: LiveStore
let client: LiveClient

beforeEach(async () => {
  time = manualTime()
  server = await startLiveServer(0, manualTime())
  link = await startProxy(server.url)
  await server.publish([joan])
  store = createLiveStore()
})

afterEach(async () => {
  client.stop()
  await link.close()
  await server.stop()
})

const pass = (milliseconds: number) => time.pass(milliseconds)

function start(url: string): void {
  client = connectLive(url, store, { ...time, jitter: (cap) => cap / 2 })
}

async function connect(url: string): Promise<void> {
  start(url)
  await stateToBe('live')
}

async function stateToBe(connection: string): Promise<void> {
  await expect.poll(() => store.get().connection).toBe(connection)
}

/** The states of the connection that a test sees from now on. The client opens no connection without an `offline`. */
function watchStates(): Set<string> {
  const states = new Set([store.get().connection])
  store.subscribe(() => states.add(store.get().connection))
  return states
}

/** The server gets no check, so that it never answers. */
function neverAnswer(): void {
  server.namespace.removeAllListeners('connection')
}

/** A server that accepts connections and sends nothing. */
async function startSilentServer() {
  const sockets = new Map<number | undefined, Socket>()
  let probes = 0
  const listener: Server = createServer((socket) => sockets.set(socket.on('error', () => {}).remotePort, socket))
  const port = await new Promise<number>((resolve) => {
    listener.listen(0, '127.0.0.1', () => {
      const address = listener.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
  onTestFinished(() => {
    for (const socket of sockets.values()) socket.destroy()
    listener.close()
  })
  return {
    url: `http://127.0.0.1:${port}`,
    /** The number of connections of clients. */
    accepted: () => sockets.size - probes,
    /** Waits until all connections that were opened before are accepted. */
    async settled() {
      const probe = openTcp(port, '127.0.0.1')
      await new Promise((resolve) => probe.once('connect', resolve))
      await expect.poll(() => sockets.has(probe.localPort)).toBe(true)
      probes += 1
      probe.destroy()
    },
  }
}

describe('silence', () => {
  test('[P8] of more than 25 s makes the client offline and opens a new connection', async () => {
    await connect(link.url)
    link.mute()
    const states = watchStates()
    await pass(25 * second)
    expect([...states]).toEqual(['live'])
    await pass(second)
    expect([...states].slice(0, 2)).toEqual(['live', 'offline'])
    await stateToBe('live')
  })

  test('closes the old connection when it opens a new one', async () => {
    await connect(server.url)
    const [before] = server.namespace.sockets.keys()
    await pass(26 * second)
    await stateToBe('live')
    await expect.poll(() => server.namespace.sockets.size).toBe(1)
    expect(server.namespace.sockets.has(before ?? '')).toBe(false)
  })

  test('[P8] is measured from the start of each connection', async () => {
    const silent = await startSilentServer()
    start(silent.url)
    for (const connections of [1, 2, 3]) {
      await expect.poll(silent.accepted).toBe(connections)
      await pass(25 * second)
      await silent.settled()
      expect(silent.accepted()).toBe(connections)
      await pass(second)
    }
  })

  test('[P8] may last twice as long on the connection after a silent one, because the list can be on its way', async () => {
    await connect(link.url)
    neverAnswer()
    await pass(26 * second)
    await stateToBe('behind')
    const states = watchStates()
    await pass(50 * second)
    expect([...states]).toEqual(['behind'])
    await pass(second)
    expect([...states].slice(0, 2)).toEqual(['behind', 'offline'])
    await expect.poll(link.connections).toBe(3)
  })
})

test('[P8] a connection that opened late has 25 s for its answer', async () => {
  neverAnswer()
  link.hold(true)
  start(link.url)
  await pass(20 * second)
  link.hold(false)
  await stateToBe('behind')
  const states = watchStates()
  await pass(25 * second)
  expect([...states]).toEqual(['behind'])
  await pass(second)
  expect([...states].slice(0, 2)).toEqual(['behind', 'offline'])
})

describe('[P14] after a sleep of the machine, the client', () => {
  test('sends a check at once', async () => {
    await connect(server.url)
    const checks: unknown[] = []
    for (const socket of server.namespace.sockets.values()) socket.onAny((_, check) => checks.push(check))
    time.jump(8 * second)
    await pass(second)
    await expect.poll(() => checks.length).toBe(1)
  })

  test('keeps a connection that answers', async () => {
    await connect(server.url)
    const [before] = server.namespace.sockets.keys()
    await pass(second)
    client.wake()
    await stateToBe('live')
    const states = watchStates()
    // Longer than the longest answer timeout.
    await pass(6 * second)
    expect([...states]).toEqual(['live'])
    expect([...server.namespace.sockets.keys()]).toEqual([before])
  })

  test('replaces a connection that has been opening for longer than the answer timeout', async () => {
    const silent = await startSilentServer()
    start(silent.url)
    await expect.poll(silent.accepted).toBe(1)
    await pass(second + 1)
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
    link.cut()
    await stateToBe('offline')
    client.stop()
    await pass(20 * second)
    // The proxy accepts connections in their order.
    await fetch(`${link.url}/socket.io/?EIO=4&transport=polling`)
    expect(link.connections()).toBe(2)
  })
})
