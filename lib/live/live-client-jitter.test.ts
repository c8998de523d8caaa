import { afterEach, beforeEach, expect, test } from 'vitest'
import { type LiveServer, startLiveServer } from '../../server/live/live.fixture.ts'
import { type NetworkProxy, startProxy } from '../../testing/network/proxy.ts'
import { manualTime } from '../time/manual-time.fixture.ts'
import { systemTimers } from '../time/timers.ts'
import { connectLive, type LiveClient } from './live-client.ts'
import { createLiveStore, type LiveStore } from './live-store.ts'

let server: LiveServer
let link: NetworkProxy
let store: LiveStore
let client: LiveClient
/** The cap of each jitter, in milliseconds. */
let caps: number[]

beforeEach(async () => {
  // Without heartbeats, and without silence since the client's clock stands: only the test causes events.
  server = await startLiveServer(0, manualTime())
  link = await startProxy(server.url)
  await server.publish([{ driver_name: 'Joan Zielinski' }])
  caps = []
  store = createLiveStore()
  client = connectLive(link.url, store, {
    now: () => 0,
    after: systemTimers.after,
    jitter(cap) {
      caps.push(cap)
      return cap / 1000
    },
  })
  await toBe('live')
})

afterEach(async () => {
  client.stop()
  await link.close()
  await server.stop()
})

async function toBe(connection: string): Promise<void> {
  await expect.poll(() => store.get().connection).toBe(connection)
}

test('[P14] the jitter of reconnects has a cap that doubles from 1 s to 20 s, and is 1 s again after a success', async () => {
  link.refuse(true)
  link.cut()
  await expect.poll(() => caps.length).toBeGreaterThanOrEqual(7)
  expect(caps.slice(0, 7)).toEqual([1000, 2000, 4000, 8000, 16_000, 20_000, 20_000])
  link.restore()
  await toBe('live')
  caps.length = 0
  link.cut()
  await expect.poll(() => caps.length).toBeGreaterThan(0)
  expect(caps[0]).toBe(1000)
  await toBe('live')
})

test('[P14] the jitter of reconnects has a cap of 1 s again after wake()', async () => {
  link.refuse(true)
  link.cut()
  await expect.poll(() => caps.length).toBeGreaterThanOrEqual(4)
  caps.length = 0
  client.wake()
  await expect.poll(() => caps.length).toBeGreaterThanOrEqual(2)
  expect(caps.slice(0, 2)).toEqual([1000, 2000])
})

test('[P5] a check after a gap has a jitter of up to 1 s', async () => {
  const { log, version } = server.log.current()
  const drivers = { create: [], update: [], destroy: [] }
  const data = { log, version: version + 9, drivers }
  server.namespace.emit('update_drivers', { source: 'server', action: 'update_drivers', data })
  await expect.poll(() => caps.length).toBeGreaterThan(0)
  expect(caps[0]).toBe(1000)
})

test('the jitter of checks doubles up to 64 s when each answer is invalid', async () => {
  const garbage = { source: 'server', action: 'all_drivers', data: {} }
  // Nobody else answers.
  server.namespace.removeAllListeners('connection')
  server.namespace.on('connection', (socket) => {
    socket.onAny(() => socket.emit('all_drivers', garbage))
  })
  link.cut()
  await expect.poll(() => caps.length).toBeGreaterThanOrEqual(9)
  const [reconnect, ...asked] = caps
  expect([reconnect, ...asked.slice(0, 8)]).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 64_000, 64_000, 64_000])
})
