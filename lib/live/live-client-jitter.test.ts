import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { type LiveServer, startLiveServer } from '../../server/live/live.fixture.ts'
import { type NetworkProxy, startProxy } from '../../testing/network/proxy.ts'
import { connectLive, type LiveClient } from './live-client.ts'
import { createLiveStore, type LiveStore } from './live-store.ts'

// Every die shows the same, so that a delay tells which span it was thrown for: no other timer has such a length.
const shown = 0.0123457

let server: LiveServer
let link: NetworkProxy
let store: LiveStore
let client: LiveClient
/** The spans that delays were thrown for, in milliseconds. */
let spans: number[]

beforeEach(async () => {
  // Neither heartbeat nor silence: nothing happens but what a test does.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  server = await startLiveServer()
  link = await startProxy(server.url)
  await server.publish([{ driver_name: 'Joan Zielinski' }])
  spans = []
  const { setTimeout: original } = globalThis
  const random = vi.spyOn(Math, 'random').mockReturnValue(shown)
  const timer = vi.spyOn(globalThis, 'setTimeout').mockImplementation(((
    work: () => void,
    delay = 0,
    ...more: unknown[]
  ) => {
    const span = delay / shown
    if (delay > 0 && delay % 1 !== 0 && Math.abs(span - Math.round(span)) < 1e-6) spans.push(Math.round(span))
    return original(work, delay, ...more)
  }) as typeof setTimeout)
  onTestFinished(() => {
    random.mockRestore()
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

test('[P14] reconnecting waits at random between 0 and a cap that doubles from 1 s to 20 s, and begins again after success', async () => {
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

test('[P14] after a wake-up the waits are short again', async () => {
  link.refuse(true)
  link.cut()
  await expect.poll(() => spans.length, { timeout: 15_000 }).toBeGreaterThanOrEqual(4)
  spans.length = 0
  client.wake()
  await expect.poll(() => spans.length).toBeGreaterThanOrEqual(2)
  // The wait before may have ended meanwhile.
  expect(spans).toContain(1000)
})

test('[P5] a gap is asked about at random within a second', async () => {
  const { log, version } = server.log.current()
  const drivers = { create: [], update: [], destroy: [] }
  const data = { log, version: version + 9, drivers }
  server.namespace.emit('update_drivers', { source: 'server', action: 'update_drivers', data })
  await expect.poll(() => spans.length).toBeGreaterThan(0)
  expect(spans[0]).toBe(1000)
})

test('what cannot be read is asked for again more and more rarely', async () => {
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
