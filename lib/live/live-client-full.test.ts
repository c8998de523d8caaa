import { afterEach, beforeEach, expect, test } from 'vitest'
import type { WebSocket } from 'ws'
import { type LiveServer, openWebSocket, startLiveServer } from '../../server/live/live.fixture.ts'
import { manualTime } from '../time/manual-time.fixture.ts'
import { systemClientTime } from './client-time.ts'
import { isFullRefusal } from './full-refusal.ts'
import { connectLive, type LiveClient } from './live-client.ts'
import { createLiveStore, type LiveStore } from './live-store.ts'

let server: LiveServer
let other: WebSocket
let store: LiveStore
let client: LiveClient
/** The cap of each jitter, in milliseconds. */
let caps: number[]

beforeEach(async () => {
  server = await startLiveServer(0, manualTime(), { sessions: { total: 1, perAddress: 1 } })
  await server.publish([{ driver_name: 'Joan Zielinski' }])
  other = await openWebSocket(server.url)
  caps = []
  store = createLiveStore()
  const jitter = (cap: number) => {
    caps.push(cap)
    return cap / 500
  }
  client = connectLive(server.url, store, { ...systemClientTime, jitter })
})

afterEach(async () => {
  client.stop()
  other.terminate()
  await server.stop()
})

test('[P14] given a full server, then the client is offline, knows why, and tries again with more jitter', async () => {
  await expect.poll(() => store.get()).toMatchObject({ connection: 'offline', isServerFull: true })
  await expect.poll(() => caps.length).toBeGreaterThanOrEqual(3)
  expect(caps.slice(0, 3)).toEqual([16_000, 20_000, 20_000])
})

test('given a full server, when a place is free, then the client is live and right', async () => {
  await expect.poll(() => store.get().isServerFull).toBe(true)
  other.terminate()
  await expect.poll(() => store.get()).toMatchObject({ connection: 'live', isServerFull: false })
  expect([...store.get().replica.drivers.keys()]).toEqual(['Joan Zielinski'])
})

test('given a server that stops, then it does not count as full', async () => {
  await expect.poll(() => store.get().isServerFull).toBe(true)
  other.terminate()
  await expect.poll(() => store.get().connection).toBe('live')
  caps.length = 0
  await server.stop()
  await expect.poll(() => caps.length).toBeGreaterThanOrEqual(2)
  expect(caps.slice(0, 2)).toEqual([1000, 2000])
  expect(store.get()).toMatchObject({ connection: 'offline', isServerFull: false })
})

test.each([
  ['no object', 'xhr poll error'],
  ['no answer', { context: { responseText: '' } }],
  ['the 503 of a proxy', { description: 503, context: { responseText: '<h1>503 Service Unavailable</h1>' } }],
  ['another refusal', { context: { responseText: '{"code":4,"message":"This origin may not connect."}' } }],
])('an error with %s is not the answer of a full server', (_what, error) => {
  expect(isFullRefusal(error)).toBe(false)
})
