import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { type LiveServer, startLiveServer } from '../../server/live/live.fixture.ts'
import { type NetworkProxy, startProxy } from '../../testing/network/proxy.ts'
import { connectLive, type LiveClient } from './live-client.ts'
import { createLiveStore, type LiveStore } from './live-store.ts'

// Math.random() always returns this, so that the delay of a timer reveals the span of its jitter: no other timer has
// such a delay.
const random = 0.0123457

let server: LiveServer
let link: NetworkProxy
let store: LiveStore
let client: LiveClient
/** The span of each jitter, in milliseconds. */
let spans: number[]

beforeEach(async () => {
  // Stops heartbeats and the silence check, so that only the test causes events.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  server = await startLiveServer()
  link = await startProxy(server.url)
  await server.publish([{ driver_name: 'Joan Zielinski' }])
  spans = []
  const { setTimeout: original } = globalThis
  const randomSpy = vi.spyOn(Math, 'random').mockReturnValue(random)
  const timer = vi.spyOn(globalThis, 'setTimeout').mockImplementation(((
    work: () => void,
    delay = 0,
    ...more: unknown[]
  ) => {
    const span = delay / random
    if (delay > 0 && delay % 1 !== 0 && Math.abs(span - Math.round(span)) < 1e-6) spans.push(Math.round(span))
    return original(work, delay, ...more)
  }) as typeof setTimeout)
  onTestFinished(() => {
    randomSpy.mockRestore()
    timer.mockRestore()
  })
  store = createLiveStore()
  client = connectLive(link.url, store)
  await toBe('live')
})

afterEach(async () => {
  client.stop()
  vi.useRealTimers()
  await link.close()
  await server.stop()
})

async function toBe(connection: string): Promise<void> {
  await expect.poll(() => store.get().connection, { timeout: 10_000 }).toBe(connection)
}

test('[P14] the jitter of reconnects has a cap that doubles from 1 s to 20 s, and is 1 s again after a success', async () => {
  link.refuse(true)
  link.cut()
  await expect.poll(() => spans.length, { timeout: 15_000 }).toBeGreaterThanOrEqual(7)
  expect(spans.slice(0, 7)).toEqual([1000, 2000, 4000, 8000, 16_000, 20_000, 20_000])
  link.restore()
  await toBe('live')
  spans.length = 0
  link.cut()
  await expect.poll(() => spans.length).toBeGreaterThan(0)
  expect(spans[0]).toBe(1000)
  await toBe('live')
})

test('[P14] the jitter of reconnects has a cap of 1 s again after wake()', async () => {
  link.refuse(true)
  link.cut()
  await expect.poll(() => spans.length, { timeout: 15_000 }).toBeGreaterThanOrEqual(4)
  spans.length = 0
  client.wake()
  await expect.poll(() => spans.length).toBeGreaterThanOrEqual(2)
  // Another delay can be recorded before it.
  expect(spans).toContain(1000)
})

test('[P5] a check after a gap has a jitter of up to 1 s', async () => {
  const { log, version } = server.log.current()
  const drivers = { create: [], update: [], destroy: [] }
  const data = { log, version: version + 9, drivers }
  server.namespace.emit('update_drivers', { source: 'server', action: 'update_drivers', data })
  await expect.poll(() => spans.length).toBeGreaterThan(0)
  expect(spans[0]).toBe(1000)
})

test('the jitter of checks doubles up to 64 s when each answer is invalid', async () => {
  const garbage = { source: 'server', action: 'all_drivers', data: {} }
  server.namespace.on('connection', (socket) => {
    socket.offAny()
    socket.on('version_check', () => socket.emit('all_drivers', garbage))
  })
  link.cut()
  await expect.poll(() => spans.length, { timeout: 15_000 }).toBeGreaterThanOrEqual(9)
  const [reconnect, ...asked] = spans
  expect([reconnect, ...asked.slice(0, 8)]).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 64_000, 64_000, 64_000])
})
