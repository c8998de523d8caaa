import type { Socket as ServerSocket } from 'socket.io'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import type { Driver } from '../../../lib/record/driver.ts'
import { type ManualTime, manualTime } from '../../../lib/time/manual-time.fixture.ts'
import {
  type BareClient,
  connectBare,
  type LiveServer,
  openWebSocket,
  settled,
  speakers,
  startLiveServer,
} from '../live.fixture.ts'
import { backlog, isBackedUp, onDrained } from './backlog.ts'
import { SharedFramesAdapter } from './shared-frames-adapter.ts'

// direct-write.ts reads private properties of socket.io, engine.io and ws: these tests fail when they change.

let time: ManualTime
let server: LiveServer
afterEach(() => server.stop())

const field: readonly Driver[] = Array.from({ length: 40 }, (_, index) => ({
  driver_name: `Driver ${index} 🏁 Łukasz`,
  class: 'SS',
  runs: ['40.434', '41.053+1'],
}))
const changed = (run: string) => field.map((driver, index) => (index === 7 ? { ...driver, runs: [run] } : driver))

function adapter(): SharedFramesAdapter {
  const { adapter: used } = server.namespace
  if (!(used instanceof SharedFramesAdapter)) throw new Error('The namespace has another adapter.')
  return used
}

/** A client as browsers have it: by polling, or by a WebSocket with this compression. */
async function connect(name: string, perMessageDeflate?: unknown): Promise<BareClient> {
  const transports = name === 'polling' ? ['polling'] : ['websocket']
  const client = await connectBare(server.url, {
    transports,
    ...(perMessageDeflate === undefined ? {} : { perMessageDeflate }),
  })
  onTestFinished(() => void client.socket.disconnect())
  return client
}

/** The WebSocket of the server for its newest client, and what is written to its connection. */
function watchWrites(): { readonly bytes: () => number; readonly frames: Buffer[] } {
  const socket = [...server.namespace.sockets.values()].at(-1) as ServerSocket
  const { _socket: tcp } = (socket.conn.transport as unknown as { socket: { _socket: import('node:net').Socket } })
    .socket
  const frames: Buffer[] = []
  const write = tcp.write.bind(tcp)
  tcp.write = ((data: Buffer, ...more: []) => {
    frames.push(data)
    return write(data, ...more)
  }) as typeof tcp.write
  return { frames, bytes: () => frames.reduce((sum, { length }) => sum + length, 0) }
}

describe.each(speakers)('given WebSockets with %s', (_speaker, settings) => {
  beforeEach(async () => {
    time = manualTime()
    server = await startLiveServer(0, time, settings)
  })

  test('[P9] clients of every kind get the same messages, and each message is compressed once', async () => {
    const clients = await Promise.all([
      connect('polling'),
      connect('compressing', { threshold: 0 }),
      connect('default'),
      connect('plain', false),
      connect('small window', { serverMaxWindowBits: 10 }),
    ])
    await server.publish(field)
    for (const run of ['39.999', '39.998', '39.997']) await server.publish(changed(run))
    await Promise.all(clients.map(settled))
    const [first] = clients
    expect(first?.actions()).toEqual(['update_drivers', 'update_drivers', 'update_drivers', 'update_drivers'])
    for (const { received } of clients) expect(received).toEqual(first?.received)
    expect(adapter().deflates).toBe(4)
  })

  test('[P9] a client that compresses gets one frame a message, in one write, with less than half of the bytes', async () => {
    const plain = await connect('plain', false)
    const plainWrites = watchWrites()
    const compressing = await connect('default')
    const writes = watchWrites()
    await server.publish(field)
    await Promise.all([plain, compressing].map(settled))
    const [frame] = writes.frames
    const [plainFrame] = plainWrites.frames
    expect(frame?.[0]).toBe(0b1100_0001)
    expect(plainFrame?.[0]).toBe(0b1000_0001)
    expect((frame?.length ?? 0) * 2).toBeLessThan(plainFrame?.length ?? 0)
    expect(compressing.received).toEqual(plain.received)
  })

  test('[P9] a client with a small window of its decompressor gets the plain frame', async () => {
    const client = await connect('small window', { serverMaxWindowBits: 9 })
    const { frames } = watchWrites()
    await server.publish(field)
    await settled(client)
    expect(frames[0]?.[0]).toBe(0b1000_0001)
  })

  test('[P9] a client that goes on from polling to a WebSocket gets compressed frames in one write from then on', async () => {
    const client = await connectBare(server.url)
    onTestFinished(() => void client.socket.disconnect())
    await server.publish(field)
    await expect.poll(() => client.socket.io.engine.transport.name).toBe('websocket')
    await expect.poll(() => [...server.namespace.sockets.values()].at(-1)?.conn.transport.name).toBe('websocket')
    const { frames } = watchWrites()
    await server.publish(changed('39.999'))
    expect(frames.map(([first]) => first)).toEqual([0b1100_0001])
    await settled(client)
    expect(client.actions()).toEqual(['update_drivers', 'update_drivers'])
  })

  test('[P9] the whole list and equal catch-ups are compressed once for all who ask', async () => {
    await server.publish(field)
    const version = await server.publish(changed('39.999'))
    await server.publish(changed('39.998'))
    const before = adapter().deflates
    const clients = await Promise.all(Array.from({ length: 6 }, () => connect('default')))
    const { log } = server.log.current()
    for (const [index, client] of clients.entries()) {
      if (index < 3) client.check(0)
      else client.check(version, { log, catch_up: true })
    }
    await Promise.all(clients.map(settled))
    expect(clients.map((client) => client.actions())).toEqual([
      ...Array.from({ length: 3 }, () => ['all_drivers']),
      ...Array.from({ length: 3 }, () => ['update_drivers']),
    ])
    expect(adapter().deflates - before).toBe(2)
  })

  test('[P9] in a storm, the list, the catch-up from one version, and the newest version are encoded once each', async () => {
    await server.publish(field)
    const version = await server.publish(changed('39.999'))
    await server.publish(changed('39.998'))
    const before = adapter().encodings
    const clients = await Promise.all(
      Array.from({ length: 20 }, (_, index) => connect(index < 4 ? 'polling' : 'default')),
    )
    const { log } = server.log.current()
    for (const [index, client] of clients.entries()) {
      client.check(index % 2 === 0 ? 0 : version, { log, catch_up: true })
    }
    await Promise.all(clients.map(settled))
    for (const [index, { received }] of clients.entries()) {
      const action = index % 2 === 0 ? 'all_drivers' : 'update_drivers'
      expect(received.map((one) => one.action)).toEqual([action, 'current_version'])
    }
    expect(adapter().encodings - before).toBe(3)
  })

  test('[P8] the newest version is encoded once a second, for its broadcast and for all answers to checks', async () => {
    const version = await server.publish(field)
    const clients = await Promise.all(Array.from({ length: 10 }, () => connect('default')))
    const before = adapter().encodings
    for (let seconds = 0; seconds < 3; seconds += 1) {
      for (const client of clients) client.check(version, { catch_up: true })
      server.broadcastVersion()
      await Promise.all(clients.map(settled))
      await time.pass(1000)
    }
    for (const { received } of clients) expect(received).toHaveLength(6)
    expect(adapter().encodings - before).toBe(3)
  })

  test('[P9] a list that is longer than 16 KB is whole for those who ask first and for those who ask later', async () => {
    const long = Array.from({ length: 2000 }, (_, index) => ({ driver_name: `Driver ${index}`, runs: ['40.434'] }))
    await server.publish(long)
    const first = await connect('default')
    first.check(0)
    await settled(first)
    await expect
      .poll(async () => {
        const later = await connect('default')
        const { bytes } = watchWrites()
        later.check(0)
        await settled(later)
        expect(later.received).toEqual(first.received)
        return bytes()
      })
      .toBeLessThan(JSON.stringify(long).length / 2)
    expect(adapter().deflates).toBe(1)
  })

  test('[P12] messages to a connection that takes nothing keep their order behind what waits', async () => {
    const client = new WebSocket(`${server.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`)
    onTestFinished(() => client.terminate())
    const received: string[] = []
    client.on('message', (message) => received.push(String(message)))
    await expect.poll(() => received.length).toBe(1)
    client.send('40/live,')
    await expect.poll(() => server.namespace.sockets.size).toBe(1)
    const [socket] = server.namespace.sockets.values()
    client.pause()
    // More than any kernel takes at once.
    socket?.emit('x', 'x'.repeat(16 * 1024 * 1024))
    for (let number = 0; number < 5; number += 1) server.namespace.emit('y', { number })
    client.resume()
    await expect.poll(() => received.length).toBe(8)
    const [, , long, ...others] = received
    expect(long).toContain('xxxx')
    expect(others).toEqual([0, 1, 2, 3, 4].map((number) => `42/live,["y",{"number":${number}}]`))
  })

  test('[P9] a message to all comes after those of the same turn that engine.io still holds for one socket', async () => {
    const client = await connect('default')
    const [socket] = server.namespace.sockets.values()
    for (const number of [1, 2, 3]) socket?.emit('x', { number })
    server.namespace.emit('y', { number: 4 })
    socket?.emit('x', { number: 5 })
    await settled(client)
    expect(client.received.map(({ envelope }) => envelope)).toEqual([1, 2, 3, 4, 5].map((number) => ({ number })))
  })

  test('[P12] a connection that is backed up by broadcasts alone says when it has taken them', async () => {
    const client = new WebSocket(`${server.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`)
    onTestFinished(() => client.terminate())
    await new Promise((resolve) => client.once('message', resolve))
    client.send('40/live,')
    await expect.poll(() => server.namespace.sockets.size).toBe(1)
    const [socket] = server.namespace.sockets.values()
    if (!socket) throw new Error('There is no socket.')
    client.pause()
    // More than any kernel takes; one message a turn, as revisions come.
    for (let number = 0; number < 8; number += 1) {
      server.namespace.emit('y', { number, text: `${number}`.repeat(4 * 1024 * 1024) })
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(isBackedUp(socket)).toBe(true)
    let isDrained = false
    onDrained(socket, () => {
      isDrained = true
    })
    client.resume()
    await expect.poll(() => isDrained).toBe(true)
  })

  /** A WebSocket on /live that stops reading, and the socket of the server for it. */
  async function connectPaused(): Promise<{ readonly client: WebSocket; readonly socket: ServerSocket }> {
    const before = server.namespace.sockets.size
    const client = await openWebSocket(server.url)
    onTestFinished(() => client.terminate())
    client.send('40/live,')
    await expect.poll(() => server.namespace.sockets.size).toBe(before + 1)
    client.pause()
    return { client, socket: [...server.namespace.sockets.values()].at(-1) as ServerSocket }
  }

  /** Sends all of them more than any kernel takes at once. */
  function sendHuge(): void {
    server.namespace.emit('y', { text: 'y'.repeat(16 * 1024 * 1024) })
  }

  test('[P12] of many clients, only the one on which a message had to wait is looked at before the next broadcast', async () => {
    const quick = await Promise.all(Array.from({ length: 2 }, () => connect('default')))
    const { client, socket } = await connectPaused()
    expect([...adapter().waiting.values()]).toEqual([])
    sendHuge()
    await Promise.all(quick.map(settled))
    expect([...adapter().waiting.values()]).toContain(socket)
    server.broadcastVersion()
    await Promise.all(quick.map(settled))
    // It is excluded, and says itself when it can take more.
    expect([...adapter().waiting.values()]).toEqual([])
    client.resume()
    await expect.poll(() => isBackedUp(socket)).toBe(false)
    const version = await server.publish([{ driver_name: 'Driver' }])
    await Promise.all(quick.map(settled))
    for (const { received } of quick) expect(received.at(-1)?.envelope.data.version).toBe(version)
  })

  test('[P12] behind a message above 256 KB that the network has not taken, the next revision is not queued', async () => {
    const { client, socket } = await connectPaused()
    sendHuge()
    const before = backlog(socket)
    expect(before.bytes).toBeGreaterThan(256 * 1024)
    await server.publish(field)
    server.broadcastVersion()
    expect(backlog(socket)).toEqual(before)
    client.terminate()
  })

  test('[P12] a client that leaves while a message waits for it is looked at no more', async () => {
    const { client, socket } = await connectPaused()
    sendHuge()
    expect([...adapter().waiting.values()]).toEqual([socket])
    client.terminate()
    await expect.poll(() => server.namespace.sockets.size).toBe(0)
    expect(adapter().waiting.size).toBe(0)
  })
})
