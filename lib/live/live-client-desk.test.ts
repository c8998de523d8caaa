import { afterEach, beforeEach, expect, test } from 'vitest'
import { type LiveServer, startLiveServer } from '../../server/live/live.fixture.ts'
import { type DeskState, silentDesk } from '../desk/desk-state.ts'
import { manualTime } from '../time/manual-time.fixture.ts'
import { systemClientTime } from './client-time.ts'
import { connectLive, type LiveClient } from './live-client.ts'
import { createLiveStore, type LiveStore } from './live-store.ts'

const said = (version: number): DeskState => ({
  version,
  message: { id: version, text: `Message ${version}`, since: 5 },
  screens: [{ name: 'Tent', scene: { kind: 'class', class: 'STR' } }],
})

let server: LiveServer
let store: LiveStore
let client: LiveClient

beforeEach(async () => {
  server = await startLiveServer(0, manualTime())
  await server.publish([{ driver_name: 'Ana' }])
})
afterEach(async () => {
  client.stop()
  await server.stop()
})

/** A page that was loaded with this state. */
async function open(desk: DeskState): Promise<void> {
  store = createLiveStore({ desk })
  client = connectLive(server.url, store, { ...systemClientTime, jitter: (cap) => cap / 1000 })
  await expect.poll(() => store.get().connection).toBe('live')
}
const desk = () => store.get().desk

async function reconnect(): Promise<void> {
  client.sleep()
  expect(store.get().connection).toBe('offline')
  client.wake()
  await expect.poll(() => store.get().connection).toBe('live')
}

test('[P15] a page takes what the desk says at once, and a connection that it had not makes it right again', async () => {
  await open(silentDesk)
  server.say(said(7))
  await expect.poll(desk).toEqual(said(7))
  client.sleep()
  server.say(said(8))
  client.wake()
  await expect.poll(desk).toEqual(said(8))
})

test('[P15] an older state on the same connection changes nothing', async () => {
  await open(silentDesk)
  server.say(said(7))
  server.say(said(6))
  server.say({ ...said(8), screens: [] })
  const versions: number[] = []
  store.subscribe(() => versions.push(desk().version))
  await expect.poll(desk).toEqual({ ...said(8), screens: [] })
  expect(versions).not.toContain(6)
})

test('[P15] a lower version on a new connection counts, as after a restored state folder', async () => {
  server.say(said(7))
  await open(said(9))
  expect(desk()).toEqual(said(7))
  server.say(said(3))
  await reconnect()
  expect(desk()).toEqual(said(3))
})

test('[P15] on a connection that begins without the desk nothing is said, as after a lost state folder', async () => {
  await open(said(9))
  expect(desk()).toEqual(silentDesk)
})

test('a scene of a kind that the page does not know is auto, and the message is read all the same', async () => {
  await open(silentDesk)
  server.say({ ...said(7), screens: [{ name: 'Tent', scene: { kind: 'fireworks' } as never }] })
  await expect.poll(desk).toEqual({ ...said(7), screens: [{ name: 'Tent', scene: { kind: 'auto' } }] })
})

test('a state that the page cannot read leaves the last one, also when other messages follow', async () => {
  server.say(said(7))
  await open(said(7))
  server.say({ version: 8, screens: 'all' } as never)
  server.broadcastVersion()
  server.say(said(9))
  const seen: DeskState[] = []
  store.subscribe(() => seen.push(desk()))
  await expect.poll(desk).toEqual(said(9))
  expect(seen.map(({ version }) => version)).not.toContain(0)
})
