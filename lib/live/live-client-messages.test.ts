import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type LiveServer, startLiveServer } from '../../server/live/live.fixture.ts'
import type { VersionCheck } from '../sync/protocol.ts'
import { manualTime } from '../time/manual-time.fixture.ts'
import { systemClientTime } from './client-time.ts'
import { connectLive, type LiveClient } from './live-client.ts'
import { createLiveStore, type LiveStore } from './live-store.ts'

// Messages that a correct server does not send, and the messages of the client.

const joan = { driver_name: 'Joan Zielinski', runs: ['40.434'] }

let server: LiveServer
let store: LiveStore
let client: LiveClient
let checks: VersionCheck['data'][]
/** The connection after each change of the store. */
let connections: string[]

beforeEach(async () => {
  server = await startLiveServer(0, manualTime())
  checks = []
  server.namespace.on('connection', (socket) => {
    socket.onAny((_, { data }: VersionCheck) => checks.push(data))
  })
  await server.publish([joan])
  store = createLiveStore()
  client = connectLive(server.url, store, { ...systemClientTime, jitter: (cap) => cap / 100 })
  await toBeLive()
  connections = []
  store.subscribe(() => connections.push(store.get().connection))
})

afterEach(async () => {
  client.stop()
  await server.stop()
})

async function toBeLive(): Promise<void> {
  const isLive = () => store.get().connection === 'live' && store.get().replica.drivers.size === 1
  await expect.poll(isLive).toBe(true)
}

describe('a message', () => {
  test.each(['all_drivers', 'update_drivers'])(
    '%s that is invalid puts the client behind, and a check follows',
    async (action) => {
      const before = checks.length
      server.namespace.emit(action, { source: 'server', action, data: { version: 'of tomorrow' } })
      await expect.poll(() => checks.length).toBe(before + 1)
      await toBeLive()
      expect(connections).toContain('behind')
    },
  )

  test.each([
    ['of a newer protocol', 'weather', { source: 'server', action: 'weather', data: { version: 7 } }],
    ['without an envelope', 'weather', 'sunny'],
    [
      'that is a problem',
      'problem',
      { source: 'server', action: 'problem', data: { code: 'malformed', message: 'What?' } },
    ],
  ])('%s changes nothing and sends no check', async (_what, action, envelope) => {
    const before = checks.length
    server.namespace.emit(action, envelope)
    server.broadcastVersion()
    await expect.poll(() => connections.length).toBeGreaterThan(0)
    expect([...new Set(connections), store.get().replica.drivers.size]).toEqual(['live', 1])
    // A check before this one would arrive before it.
    client.wake()
    await expect.poll(() => checks.length).toBeGreaterThan(before)
    expect(checks).toHaveLength(before + 1)
  })
})

test('[P2] [P9] a check has the log and version of the replica, and asks for a catch-up', async () => {
  expect(checks).toEqual([{ version: 0, catch_up: true }])
  client.wake()
  await expect.poll(() => checks.length).toBe(2)
  const { log, version } = server.log.current()
  expect(checks[1]).toEqual({ version, log, catch_up: true })
})

test('listeners of the store get the changes of an update message, not a diff', async () => {
  const received: unknown[] = []
  store.subscribe(({ changes }) => changes && received.push(changes))
  const { log, version } = server.log.current()
  // A diff never has a name that is in neither list.
  const drivers = { create: [], update: [{ ...joan, runs: ['40.434', '40.100'] }], destroy: ['Nobody'] }
  const data = { log, version: version + 1, drivers }
  server.namespace.emit('update_drivers', { source: 'server', action: 'update_drivers', data })
  await expect.poll(() => received).toEqual([drivers])
})

test('listeners of the store get a diff when the message is a whole list', async () => {
  const received: unknown[] = []
  store.subscribe(({ changes }) => changes && received.push(changes))
  const { log, version } = server.log.current()
  const data = { log, version: version + 1, drivers: [joan, { driver_name: 'Wilford Amador' }] }
  server.namespace.emit('all_drivers', { source: 'server', action: 'all_drivers', data })
  const wilford = { driver_name: 'Wilford Amador' }
  await expect.poll(() => received).toEqual([{ create: ['Wilford Amador'], update: [wilford], destroy: [] }])
})
