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

test('the store counts about the bytes of the socket in both directions', async () => {
  server = await startLiveServer(0, manualTime())
  await server.publish([{ driver_name: 'Ann', car: 'x'.repeat(1500) }])
  const store = createLiveStore()
  client = connectLive(server.url, store)
  await expect.poll(() => store.get().connection).toBe('live')
  const first = store.get().socketBytes
  // A handshake, a check, a list and a version; messages from 100 characters on are compressed.
  expect(first).toBeGreaterThan(1800)
  expect(first).toBeLessThan(3500)
  await server.publish([{ driver_name: 'Ann', car: 'y'.repeat(1500) }])
  await expect.poll(() => store.get().socketBytes).toBeGreaterThan(first + 800)
  expect(store.get().socketBytes).toBeLessThan(first + 1500)
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
