import { afterEach, expect, test } from 'vitest'
import { type LiveServer, startLiveServer } from '../../server/live/live.fixture.ts'
import { manualTime } from '../time/manual-time.fixture.ts'
import { connectLive, type LiveClient } from './live-client.ts'
import { createLiveStore } from './live-store.ts'

let server: LiveServer | undefined
let client: LiveClient | undefined

afterEach(async () => {
  client?.stop()
  await server?.stop()
  server = undefined
})

/** About 3 KB of text, and half of that compressed. */
const twoCars = (letter: string) => ['Ann', 'Bob'].map((driver_name) => ({ driver_name, car: letter.repeat(1500) }))

test('the store counts about the bytes of the socket in both directions', async () => {
  server = await startLiveServer(0, manualTime())
  await server.publish(twoCars('x'))
  const store = createLiveStore()
  client = connectLive(server.url, store)
  await expect.poll(() => store.get().connection).toBe('live')
  const first = store.get().socketBytes
  // A handshake, a check, a list and a version; messages from 100 characters on are compressed.
  expect(first).toBeGreaterThan(2500)
  expect(first).toBeLessThan(4500)
  await server.publish(twoCars('y'))
  await expect.poll(() => store.get().socketBytes).toBeGreaterThan(first + 1500)
  expect(store.get().socketBytes).toBeLessThan(first + 2500)
})

test('a client that cannot connect is offline, also during the next attempt', async () => {
  const store = createLiveStore()
  const seen: string[] = [store.get().connection]
  store.subscribe(() => seen.push(store.get().connection))
  // No server listens on this port.
  client = connectLive('http://127.0.0.1:9', store)
  await expect.poll(() => seen.length).toBeGreaterThan(3)
  expect([seen[0], ...new Set(seen.slice(1))]).toEqual(['connecting', 'offline'])
})
