import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type LiveServer, quiet, startLiveServer } from '../../server/live/live.fixture.ts'
import type { VersionCheck } from '../sync/protocol.ts'
import { connectLive, type LiveClient } from './live-client.ts'
import { createLiveStore, type LiveStore } from './live-store.ts'

// What the client makes of messages that a right server does not send, and what it says itself.

const joan = { driver_name: 'Joan Zielinski', runs: ['40.434'] }

let server: LiveServer
let store: LiveStore
let client: LiveClient
let checks: VersionCheck['data'][]
/** What the page showed, one after the other. */
let shown: string[]

beforeEach(async () => {
  server = await startLiveServer()
  checks = []
  server.namespace.on('connection', (socket) => {
    socket.on('version_check', ({ data }: VersionCheck) => checks.push(data))
  })
  await server.publish([joan])
  store = createLiveStore()
  client = connectLive(server.url, store)
  await liveAgain()
  shown = []
  store.subscribe(() => shown.push(store.get().connection))
})

afterEach(async () => {
  client.stop()
  await server.stop()
})

async function liveAgain(): Promise<void> {
  const isLive = () => store.get().connection === 'live' && store.get().replica.drivers.size === 1
  await expect.poll(isLive, { timeout: 10_000 }).toBe(true)
}

describe('a message', () => {
  test.each(['all_drivers', 'update_drivers'])(
    '%s that cannot be read is a hole, and what is in it is asked for',
    async (action) => {
      const before = checks.length
      server.namespace.emit(action, { source: 'server', action, data: { version: 'of tomorrow' } })
      await expect.poll(() => checks.length, { timeout: 10_000 }).toBe(before + 1)
      await liveAgain()
      expect(shown).toContain('behind')
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
  ])('%s changes nothing', async (_what, action, envelope) => {
    const before = checks.length
    server.namespace.emit(action, envelope)
    await quiet()
    expect(new Set(shown)).toEqual(new Set(shown.length > 0 ? ['live'] : []))
    expect([store.get().connection, store.get().replica.drivers.size, checks.length]).toEqual(['live', 1, before])
  })
})

test('[P2] [P9] a check says which version of which log the copy is, and that it can catch up', async () => {
  expect(checks).toEqual([{ version: 0, catch_up: true }])
  client.wake()
  await expect.poll(() => checks.length).toBe(2)
  const { log, version } = server.log.current()
  expect(checks[1]).toEqual({ version, log, catch_up: true })
})

test('an update reaches the listeners of the store with the changes that it carried, not compared again', async () => {
  const heard: unknown[] = []
  store.subscribe(({ changes }) => changes && heard.push(changes))
  const { log, version } = server.log.current()
  // No comparison of two lists finds a name that neither has.
  const drivers = { create: [], update: [{ ...joan, runs: ['40.434', '40.100'] }], destroy: ['Nobody'] }
  const data = { log, version: version + 1, drivers }
  server.namespace.emit('update_drivers', { source: 'server', action: 'update_drivers', data })
  await expect.poll(() => heard, { timeout: 10_000 }).toEqual([drivers])
})

test('a list that came as a whole reaches the listeners of the store with what it changed', async () => {
  const heard: unknown[] = []
  store.subscribe(({ changes }) => changes && heard.push(changes))
  const { log, version } = server.log.current()
  const data = { log, version: version + 1, drivers: [joan, { driver_name: 'Wilford Amador' }] }
  server.namespace.emit('all_drivers', { source: 'server', action: 'all_drivers', data })
  const wilford = { driver_name: 'Wilford Amador' }
  await expect
    .poll(() => heard, { timeout: 10_000 })
    .toEqual([{ create: ['Wilford Amador'], update: [wilford], destroy: [] }])
})
