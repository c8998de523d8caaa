import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import type { DeskState } from '../../lib/desk/desk-state.ts'
import { manualTime } from '../../lib/time/manual-time.fixture.ts'
import { type BareClient, connectBare, type LiveServer, settled, speakers, startLiveServer } from './live.fixture.ts'
import { connectPolling } from './sending/polling.fixture.ts'
import { SharedFramesAdapter } from './sending/shared-frames-adapter.ts'

const rain: DeskState = { version: 7, message: { id: 7, text: 'Rain', since: 5 }, screens: [] }
const podium: DeskState = {
  version: 9,
  screens: [{ name: 'Tent', scene: { kind: 'podium', class: 'STR', shown: 2 } }],
}

const ways = speakers.flatMap(([speaker, settings]) => [
  { way: `by WebSocket, spoken with by ${speaker}`, settings, options: { transports: ['websocket'] } },
  { way: `by polling, beside ${speaker}`, settings, options: { transports: ['polling'] } },
])

describe.each(ways)('[P15] given browsers that connect $way', ({ settings, options }) => {
  let server: LiveServer
  const clients: BareClient[] = []

  beforeEach(async () => {
    server = await startLiveServer(0, manualTime(), settings)
    await server.publish([{ driver_name: 'Ana' }])
  })
  afterEach(async () => {
    for (const { socket } of clients.splice(0)) socket.disconnect()
    await server.stop()
  })

  async function connect(): Promise<BareClient> {
    const client = await connectBare(server.url, options)
    clients.push(client)
    return client
  }
  const said = ({ received }: BareClient) =>
    received.filter(({ action }) => action === 'desk').map(({ envelope }) => envelope)
  const messageOf = (data: DeskState) => ({ source: 'server', action: 'desk', data })

  test('when the desk never said anything, then a connection begins without a message of it', async () => {
    const client = await connect()
    client.check(0, { catch_up: true })
    await settled(client)
    expect(client.actions()).toEqual(['all_drivers'])
  })

  test('when the desk has said something, then a connection begins with it, before any answer', async () => {
    server.say(rain)
    const client = await connect()
    client.check(0, { catch_up: true })
    await settled(client)
    expect(client.actions()).toEqual(['desk', 'all_drivers'])
    expect(said(client)).toEqual([messageOf(rain)])
  })

  test('when the desk says something, then all get it at once, encoded once for all', async () => {
    const all = [await connect(), await connect(), await connect()]
    const { adapter } = server.namespace
    if (!(adapter instanceof SharedFramesAdapter)) throw new Error('The adapter shares no frames.')
    const before = adapter.encodings
    server.say(rain)
    server.say(podium)
    const late = await connect()
    for (const client of [...all, late]) await settled(client)
    for (const client of all) expect(said(client)).toEqual([messageOf(rain), messageOf(podium)])
    expect(said(late)).toEqual([messageOf(podium)])
    expect(adapter.encodings - before).toBe(2)
  })
})

test('[P12] [P15] given a client that does not poll, when the desk says something, then its one answer has it', async () => {
  const server = await startLiveServer(0, manualTime())
  onTestFinished(() => server.stop())
  const slow = await connectPolling(server.url)
  for (let run = 10; run < 50; run += 1) await server.publish([{ driver_name: 'Ana', runs: [`39.${run}`] }])
  expect(server.counts().slow).toBe(1)
  server.say(rain)
  const packets: string[] = []
  const desks = () => packets.filter((packet) => packet.includes('"action":"desk"'))
  while (server.counts().slow > 0 || desks().length === 0) packets.push(...(await slow.poll()))
  expect(desks()).toHaveLength(1)
  expect(desks()[0]).toContain('"text":"Rain"')
})
