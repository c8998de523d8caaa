import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { connectLive, type LiveClient } from '../../lib/live-client.ts'
import { createLiveStore, type LiveStore } from '../../lib/live-store.ts'
import { type LiveServer, startLiveServer } from './live.fixture.ts'

// The client against the real namespace: lib's own client, so its test may lie where the server is.

const joan = { driver_name: 'Joan Zielinski', runs: ['40.434'] }
const wilford = { driver_name: 'Wilford Amador', runs: ['40.827'] }

let server: LiveServer
let store: LiveStore
let client: LiveClient

beforeEach(async () => {
  server = await startLiveServer()
  store = createLiveStore()
  client = connectLive(server.url, store)
})

afterEach(async () => {
  client.stop()
  await server.stop()
})

/** Waits until the store is as wanted; what it was at last tells why not. */
async function storeToBe(wanted: (state: ReturnType<LiveStore['get']>) => boolean): Promise<void> {
  await expect.poll(() => wanted(store.get()), { timeout: 10_000 }).toBe(true)
}

const namesOf = (state: ReturnType<LiveStore['get']>) => [...state.replica.drivers.keys()].join()

describe('the live client', () => {
  test('gets the list, takes every change, and is live all the while', async () => {
    await server.publish([joan])
    await storeToBe((state) => state.connection === 'live' && namesOf(state) === 'Joan Zielinski')
    await server.publish([joan, wilford])
    const version = await server.publish([wilford])
    await storeToBe((state) => namesOf(state) === 'Wilford Amador')
    expect(store.get()).toMatchObject({ connection: 'live', replica: { version, log: server.log.current().log } })
  })

  test('[P8] a lost last message shows at the next word of the server', async () => {
    await server.publish([joan])
    await storeToBe((state) => state.connection === 'live' && state.replica.drivers.size === 1)
    const { replica } = store.get()
    await server.publish([joan, wilford])
    await storeToBe((state) => state.replica.drivers.size === 2)
    // As if the message had not come.
    store.set({ replica })
    server.sayVersion()
    await storeToBe((state) => state.connection === 'behind' || state.replica.drivers.size === 2)
    await storeToBe((state) => state.connection === 'live' && state.replica.drivers.size === 2)
  })

  test('[P8] a copy with another hash than the server’s is thrown away', async () => {
    await server.publish([joan])
    await storeToBe((state) => state.connection === 'live' && state.replica.drivers.size === 1)
    const { replica } = store.get()
    store.set({ replica: { ...replica, drivers: new Map(), hash: '000000000000' } })
    server.sayVersion()
    await storeToBe((state) => state.connection === 'live' && state.replica.drivers.size === 1)
  })

  test('[P5] a gap is asked for, and never shown as live', async () => {
    await server.publish([joan])
    await storeToBe((state) => state.connection === 'live' && state.replica.drivers.size === 1)
    const { replica } = store.get()
    await server.publish([joan, wilford])
    await storeToBe((state) => state.replica.drivers.size === 2)
    store.set({ replica })
    await server.publish([wilford])
    const seen: string[] = []
    const unsubscribe = store.subscribe(() => {
      const { connection, replica: copy } = store.get()
      if (connection === 'live') seen.push([...copy.drivers.keys()].join())
    })
    await storeToBe((state) => state.connection === 'live' && namesOf(state) === 'Wilford Amador')
    unsubscribe()
    expect(new Set(seen)).toEqual(new Set(['Wilford Amador']))
  })

  test('the end of a connection shows, and the copy stays', async () => {
    await server.publish([joan])
    await storeToBe((state) => state.connection === 'live' && state.replica.drivers.size === 1)
    await server.stop()
    await storeToBe((state) => state.connection === 'offline' && state.replica.drivers.size === 1)
  })
})
