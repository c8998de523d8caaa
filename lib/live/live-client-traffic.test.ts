import { afterEach, expect, test } from 'vitest'
import { type LiveServer, startLiveServer } from '../../server/live/live.fixture.ts'
import { connectLive, type LiveClient } from './live-client.ts'
import { createLiveStore } from './live-store.ts'

let server: LiveServer | undefined
let client: LiveClient | undefined

afterEach(async () => {
  client?.stop()
  await server?.stop()
  server = undefined
})

test('what crosses the socket is counted, about, both ways', async () => {
  server = await startLiveServer()
  await server.publish([{ driver_name: 'Ann', car: 'x'.repeat(1500) }])
  const store = createLiveStore()
  client = connectLive(server.url, store)
  await expect.poll(() => store.get().connection).toBe('live')
  const first = store.get().socketBytes
  // A handshake, a check, a list and the version.
  expect(first).toBeGreaterThan(2500)
  expect(first).toBeLessThan(4500)
  await server.publish([{ driver_name: 'Ann', car: 'y'.repeat(1500) }])
  await expect.poll(() => store.get().socketBytes).toBeGreaterThan(first + 1500)
  expect(store.get().socketBytes).toBeLessThan(first + 2500)
})

test('who cannot connect is offline, also while the next try is under way', async () => {
  const store = createLiveStore()
  const seen: string[] = [store.get().connection]
  store.subscribe(() => seen.push(store.get().connection))
  // Nothing listens there.
  client = connectLive('http://127.0.0.1:9', store)
  await expect.poll(() => seen.length, { timeout: 10_000 }).toBeGreaterThan(3)
  expect([seen[0], ...new Set(seen.slice(1))]).toEqual(['connecting', 'offline'])
})
