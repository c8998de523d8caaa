import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type LiveServer, startLiveServer } from '../../server/live/live.fixture.ts'
import { type NetworkProxy, startProxy } from '../../testing/network/proxy.ts'
import { manualTime } from '../time/manual-time.fixture.ts'
import { type ClientTime, systemClientTime } from './client-time.ts'
import { connectLive, type LiveClient } from './live-client.ts'
import { createLiveStore, type LiveStore } from './live-store.ts'

// The client against the real namespace of the server.

const joan = { driver_name: 'Joan Zielinski', runs: ['40.434'] }
const wilford = { driver_name: 'Wilford Amador', runs: ['40.827'] }

let server: LiveServer
let store: LiveStore
let client: LiveClient
const withShortJitter: ClientTime = { ...systemClientTime, jitter: (cap) => cap / 100 }
/** The network between client and server, if a test needs one. */
let link: NetworkProxy | undefined

beforeEach(async () => {
  server = await startLiveServer(0, manualTime())
  store = createLiveStore()
  client = connectLive(server.url, store, withShortJitter)
})

afterEach(async () => {
  client.stop()
  await link?.close()
  link = undefined
  await server.stop()
})

/** Waits until the state of the store matches. */
async function storeToBe(matches: (state: ReturnType<LiveStore['get']>) => boolean): Promise<void> {
  await expect.poll(() => matches(store.get())).toBe(true)
}

const namesOf = (state: ReturnType<LiveStore['get']>) => [...state.replica.drivers.keys()].join()

describe('the live client', () => {
  test('gets the list, applies each change and is live when the server publishes', async () => {
    await server.publish([joan])
    await storeToBe((state) => state.connection === 'live' && namesOf(state) === 'Joan Zielinski')
    await server.publish([joan, wilford])
    const version = await server.publish([wilford])
    await storeToBe((state) => namesOf(state) === 'Wilford Amador')
    expect(store.get()).toMatchObject({ connection: 'live', replica: { version, log: server.log.current().log } })
  })

  test('[P2] gets the list of the new log when another server has the same address', async () => {
    await server.publish([joan])
    await storeToBe((state) => state.connection === 'live' && state.replica.drivers.size === 1)
    const port = Number(new URL(server.url).port)
    await server.stop()
    server = await startLiveServer(port, manualTime())
    await server.publish([wilford])
    await storeToBe((state) => state.connection === 'live' && namesOf(state) === 'Wilford Amador')
    expect(store.get().replica.log).toBe(server.log.current().log)
  })

  test('checks after wake(), and is live again when the server confirms the version', async () => {
    await server.publish([joan])
    await storeToBe((state) => state.connection === 'live')
    const seen: string[] = []
    const unsubscribe = store.subscribe(() => seen.push(store.get().connection))
    client.wake()
    await storeToBe((state) => state.connection === 'live')
    unsubscribe()
    expect(seen).toEqual(['behind', 'live'])
  })

  test('is offline and keeps the list when the connection ends', async () => {
    await server.publish([joan])
    await storeToBe((state) => state.connection === 'live' && state.replica.drivers.size === 1)
    await server.stop()
    await storeToBe((state) => state.connection === 'offline' && state.replica.drivers.size === 1)
  })

  test('is offline with an offline list until the server answers, and then catches up from its version', async () => {
    await server.publish([joan])
    await storeToBe((state) => state.connection === 'live' && state.replica.drivers.size === 1)
    const saved = store.get()
    client.stop()
    await server.publish([joan, wilford])
    link = await startProxy(server.url)
    link.refuse(true)

    store = createLiveStore({ ...saved, connection: 'offline' })
    const seen: string[] = []
    store.subscribe(() => seen.push(store.get().connection))
    client = connectLive(link.url, store, withShortJitter)
    await expect.poll(() => seen.length).toBeGreaterThan(3)
    expect(new Set(seen)).toEqual(new Set(['offline']))
    link.restore()
    await storeToBe((state) => state.connection === 'live' && state.replica.drivers.size === 2)
    expect(seen).not.toContain('connecting')
  })

  test('[P10] notices a record that was mutated in memory, replaces the list and reports one divergence', async () => {
    const version = await server.publish([joan, wilford])
    await storeToBe((state) => state.connection === 'live' && state.replica.drivers.size === 2)
    Object.assign(store.get().replica.drivers.get('Joan Zielinski') ?? {}, { runs: ['1.000'] })
    await storeToBe((state) => state.divergences === 1)
    await storeToBe((state) => state.connection === 'live')
    expect(store.get().replica).toMatchObject({
      version,
      drivers: new Map([
        [joan.driver_name, joan],
        [wilford.driver_name, wilford],
      ]),
    })
    expect(server.divergences).toBe(1)
    client.wake()
    await storeToBe((state) => state.connection === 'live')
    expect([store.get().divergences, server.divergences]).toEqual([1, 1])
  })

  test('is offline after sleep(), and has the newest list after wake()', async () => {
    await server.publish([joan])
    await storeToBe((state) => state.connection === 'live')
    client.sleep()
    expect(store.get().connection).toBe('offline')
    await server.publish([wilford])
    client.wake()
    await storeToBe((state) => state.connection === 'live' && namesOf(state) === 'Wilford Amador')
  })

  test('[P14] replaces a dead connection soon after wake(), without waiting for a missed heartbeat', async () => {
    await server.publish([joan])
    link = await startProxy(server.url)
    client.stop()
    store = createLiveStore()
    const time = manualTime()
    client = connectLive(link.url, store, { ...time, jitter: (cap) => cap })
    await storeToBe((state) => state.connection === 'live')
    await time.pass(1)
    link.mute()
    await server.publish([wilford])
    client.wake()
    const liveLists: string[] = []
    store.subscribe(() => {
      if (store.get().connection === 'live') liveLists.push(namesOf(store.get()))
    })
    // The answer timeout, far less than the interval of heartbeats.
    await time.pass(1000)
    await storeToBe((state) => state.connection === 'live')
    expect(new Set(liveLists)).toEqual(new Set(['Wilford Amador']))
  })
})
