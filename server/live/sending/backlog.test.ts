import type { Socket } from 'socket.io'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { manualTime } from '../../../lib/time/manual-time.fixture.ts'
import { connectBare, type LiveServer, openWebSocket, speakers, startLiveServer } from '../live.fixture.ts'
import { backlog, isBackedUp, onDrained } from './backlog.ts'
import { connectPolling } from './polling.fixture.ts'

// backlog.ts reads undocumented properties of engine.io: these tests fail when they change.

let server: LiveServer

afterEach(() => server.stop())

function onlySocket(): Socket {
  const [socket, ...more] = server.namespace.sockets.values()
  if (!socket || more.length > 0) throw new Error('there is not one socket')
  return socket
}

/** Takes the connection over to a WebSocket; returns what arrives on it. */
async function upgrade(sid: string): Promise<readonly string[]> {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket&sid=${sid}`)
  onTestFinished(() => socket.terminate())
  const received: string[] = []
  socket.on('message', (message) => received.push(String(message)))
  await new Promise((resolve) => socket.once('open', resolve))
  socket.send('2probe')
  await expect.poll(() => received).toContain('3probe')
  socket.send('5')
  return received
}

const message = 'x'.repeat(1000)

describe.each(speakers)('given WebSockets with %s', (_speaker, settings) => {
  beforeEach(async () => {
    server = await startLiveServer(0, manualTime(), settings)
  })

  describe('[P12] the backlog of a client', () => {
    test('by polling counts the messages for its next poll; sixteen, however short, are too many', async () => {
      const client = await connectPolling(server.url)
      const socket = onlySocket()
      for (let count = 0; count < 15; count += 1) socket.emit('x', message)
      const { messages, bytes } = backlog(socket)
      expect(messages).toBe(15)
      expect(bytes).toBeGreaterThan(15 * message.length)
      expect(bytes).toBeLessThan(16 * message.length)
      expect(isBackedUp(socket)).toBe(false)
      socket.emit('x')
      expect(isBackedUp(socket)).toBe(true)
      expect(await client.poll()).toHaveLength(16)
      expect(isBackedUp(socket)).toBe(false)
    })

    test('by polling is too large above 256 KB, however few its messages are', async () => {
      await connectPolling(server.url)
      const socket = onlySocket()
      socket.emit('x', 'x'.repeat(256 * 1024 - 100))
      expect(isBackedUp(socket)).toBe(false)
      socket.emit('x', message)
      expect(isBackedUp(socket)).toBe(true)
    })

    test('with a WebSocket includes the bytes that the network has not taken', async () => {
      const client = await connectBare(server.url, { transports: ['websocket'] })
      onTestFinished(() => void client.socket.disconnect())
      const socket = onlySocket()
      // More than any kernel takes at once.
      socket.emit('x', 'x'.repeat(64 * 1024 * 1024))
      expect(backlog(socket).messages).toBe(0)
      expect(isBackedUp(socket)).toBe(true)
      await new Promise((resolve) => onDrained(socket, () => resolve(undefined)))
      expect(backlog(socket)).toEqual({ messages: 0, bytes: 0 })
    })
  })

  describe('[P12] onDrained', () => {
    test('calls its listener once, when the backlog is taken', async () => {
      const client = await connectPolling(server.url)
      const socket = onlySocket()
      const wasBackedUp: boolean[] = []
      onDrained(socket, () => wasBackedUp.push(isBackedUp(socket)))
      for (let count = 0; count < 40; count += 1) socket.emit('x', 'x'.repeat(20_000))
      await client.poll()
      await expect.poll(() => wasBackedUp).toEqual([false])
      socket.emit('x')
      await client.poll()
      expect(wasBackedUp).toHaveLength(1)
    })

    test('does not call its listener while a queued message is still being sent', async () => {
      const client = await openWebSocket(server.url)
      onTestFinished(() => client.terminate())
      client.send('40/live,')
      await expect.poll(() => server.namespace.sockets.size).toBe(1)
      const socket = onlySocket()
      client.pause()
      // Each is more than any kernel takes at once; the second waits for the first.
      for (const letter of ['x', 'y']) {
        socket.emit(letter, letter.repeat(32 * 1024 * 1024))
        await new Promise((resolve) => setImmediate(resolve))
      }
      expect(backlog(socket).messages).toBe(1)
      const wasBackedUp: boolean[] = []
      onDrained(socket, () => wasBackedUp.push(isBackedUp(socket)))
      client.resume()
      await expect.poll(() => wasBackedUp).toEqual([false])
    })

    test('does not call its listener after it was cancelled', async () => {
      const client = await connectPolling(server.url)
      const socket = onlySocket()
      let taken = 0
      const cancel = onDrained(socket, () => {
        taken += 1
      })
      cancel()
      socket.emit('x')
      await client.poll()
      expect(taken).toBe(0)
    })

    test('calls its listener after an upgrade to a WebSocket, so that the client gets what it missed', async () => {
      await server.publish([{ driver_name: 'Joan Zielinski' }])
      const { sid } = await connectPolling(server.url)
      for (let beat = 0; beat < 20; beat += 1) server.broadcastVersion()
      const version = await server.publish([{ driver_name: 'Wilford Amador' }])
      expect(isBackedUp(onlySocket())).toBe(true)
      const received = await upgrade(sid)
      await expect.poll(() => received.filter((text) => text.includes(`"version":${version}`))).toHaveLength(1)
    })
  })
})
