import { describe, expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { manualTime } from '../../../lib/time/manual-time.fixture.ts'
import { type LiveServer, speakers, startLiveServer } from '../live.fixture.ts'
import type { PingTimes } from './wire-pings.ts'

// The packets of Engine.IO 4 and Socket.IO 5 on a direct WebSocket: both servers must send equal ones.

interface RawClient {
  readonly socket: WebSocket
  /** Every packet of the server, with `ID` for what it invents. */
  readonly received: string[]
  readonly isClosed: () => boolean
}

async function open(server: LiveServer, query = 'EIO=4&transport=websocket'): Promise<RawClient> {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/socket.io/?${query}`)
  onTestFinished(() => socket.terminate())
  const received: string[] = []
  let isClosed = false
  socket.on('error', () => {})
  socket.on('close', () => {
    isClosed = true
  })
  socket.on('message', (packet) => received.push(String(packet).replace(/"sid":"[\w-]{20,}"/, '"sid":"ID"')))
  await expect.poll(() => isClosed || received.length > 0).toBe(true)
  return { socket, received, isClosed: () => isClosed }
}

async function start(settings: (typeof speakers)[number][1], pings?: PingTimes): Promise<LiveServer> {
  const server = await startLiveServer(0, manualTime(), { ...settings, ...(pings ? { pings } : {}) })
  onTestFinished(server.stop)
  return server
}

const openPacket = '0{"sid":"ID","upgrades":[],"pingInterval":25000,"pingTimeout":20000,"maxPayload":4096}'
const joined = '40/live,{"sid":"ID"}'
const unknown =
  '42/live,["problem",{"source":"server","action":"problem","data":{"code":"unknown_action","message":"The only action that a browser sends is version_check."}}]'
const bytes = Buffer.from([1, 2, 3])
const closed = 'closed'

/** What a client sends after the `open` packet, and what the server says to that, or that it closes the connection. */
const rows: readonly (readonly [string, readonly (string | Buffer)[], readonly string[]])[] = [
  ['joins /live', ['40/live,'], [joined]],
  ['joins /live without a comma', ['40/live'], [joined]],
  ['joins /live with a payload', ['40/live,{"token":"123"}'], [joined]],
  ['joins a namespace that does not exist', ['40/random,'], ['44/random,{"message":"Invalid namespace"}']],
  ['joins a namespace that begins like /live', ['40/lively,'], ['44/lively,{"message":"Invalid namespace"}']],
  [
    'joins /live and then one that does not exist',
    ['40/live,', '40/random,'],
    [joined, '44/random,{"message":"Invalid namespace"}'],
  ],
  ['joins another namespace and then /live', ['40/barrier,', '40/live,'], ['40/barrier,{"sid":"ID"}', joined]],
  ['sends an event', ['40/live,', '42/live,["a"]'], [joined, unknown]],
  ['sends an event that is to be acknowledged', ['40/live,', '42/live,7["a"]'], [joined, unknown]],
  ['sends an event whose name is a number', ['40/live,', '42/live,[5]'], [joined, unknown]],
  [
    'sends an event with a binary part',
    ['40/live,', '451-/live,["a",{"_placeholder":true,"num":0}]', bytes],
    [joined, unknown],
  ],
  [
    'asks another namespace for an acknowledgement',
    ['40/live,', '40/barrier,', '42/barrier,1["reached"]'],
    [joined, '40/barrier,{"sid":"ID"}', '43/barrier,1[]'],
  ],
  [
    'leaves /live and sends an event elsewhere',
    ['40/live,', '40/barrier,', '41/live,', '42/barrier,2["reached"]'],
    [joined, '40/barrier,{"sid":"ID"}', '43/barrier,2[]'],
  ],
  ['acknowledges what nobody asked', ['40/live,', '43/live,1[]'], [joined]],
  ['sends packets of engine.io without meaning', ['40/live,', '6', '5', '0'], [joined]],
  ['joins with a payload that is no object', ['40/live,[]'], [closed]],
  ['sends an event before it joined', ['42/live,["a"]'], [closed]],
  ['leaves before it joined', ['41/live,'], [closed]],
  ['sends an event that is no JSON', ['40/live,', '42/live,["a"'], [joined, closed]],
  ['sends an event without a name', ['40/live,', '42/live,[{}]'], [joined, closed]],
  ['sends an event with a reserved name', ['40/live,', '42/live,["disconnect"]'], [joined, closed]],
  ['sends an error of a namespace', ['40/live,', '44/live,{"message":"x"}'], [joined, closed]],
  ['sends a packet of an unknown type', ['40/live,', '47/live,["a"]'], [joined, closed]],
  ['sends a message without a type', ['4abc'], [closed]],
  ['sends an unknown packet of engine.io', ['40/live,', 'abc'], [joined, closed]],
  ['sends a ping, which only the server does', ['40/live,', '2'], [joined, closed]],
  ['sends a binary message without a header', ['40/live,', bytes], [joined, closed]],
  [
    'sends text where a binary part is due',
    ['40/live,', '451-/live,["a",{"_placeholder":true,"num":0}]', '42/live,["a"]'],
    [joined, closed],
  ],
]

/** A join that is refused: its answer comes after everything else. */
const fence = '40/fence,'
const fenceAnswer = '44/fence,{"message":"Invalid namespace"}'

describe.each(speakers)('given a direct WebSocket with %s', (_speaker, settings) => {
  test.each(rows)('when a client %s, then it gets what the protocols say', async (_what, sent, expected) => {
    const { socket, received, isClosed } = await open(await start(settings))
    for (const packet of sent) {
      const before = received.length
      socket.send(packet)
      // socket.io joins in several turns, and the client waits for it.
      if (String(packet).startsWith('40')) await expect.poll(() => isClosed() || received.length > before).toBe(true)
    }
    if (expected.at(-1) === closed) {
      await expect.poll(isClosed).toBe(true)
      expect([...received, closed]).toEqual([openPacket, ...expected])
      return
    }
    await expect.poll(() => received.length).toBe(1 + expected.length)
    socket.send(fence)
    await expect.poll(() => received.at(-1)).toBe(fenceAnswer)
    expect(received).toEqual([openPacket, ...expected, fenceAnswer])
  })

  test.each([
    ['no revision of the protocol', 'transport=websocket'],
    ['an unknown revision', 'EIO=abc&transport=websocket'],
    ['an old revision', 'EIO=3&transport=websocket'],
    ['no transport', 'EIO=4'],
    ['an unknown transport', 'EIO=4&transport=abc'],
    ['an unknown session', 'EIO=4&transport=websocket&sid=abc'],
  ])('when its handshake names %s, then it is closed', async (_what, query) => {
    const { received, isClosed } = await open(await start(settings), query)
    await expect.poll(isClosed).toBe(true)
    expect(received).toEqual([])
  })

  test('when its handshake has parameters of its own, then it may join', async () => {
    const { socket, received } = await open(await start(settings), 'EIO=4&transport=websocket&page=7')
    socket.send('40/live,')
    await expect.poll(() => received).toEqual([openPacket, joined])
  })

  test('when it answers pings, then it gets more; when it stops, then it is closed and has left /live', async () => {
    const server = await start(settings, { pingInterval: 50, pingTimeout: 2000 })
    const { socket, received, isClosed } = await open(server)
    socket.send('40/live,')
    await expect.poll(() => received).toContain(joined)
    const pings = () => received.filter((packet) => packet === '2').length
    for (let count = 1; count <= 3; count += 1) {
      await expect.poll(pings).toBe(count)
      expect(server.namespace.sockets.size).toBe(1)
      socket.send('3')
    }
    await expect.poll(isClosed, { timeout: 20_000 }).toBe(true)
    expect(pings()).toBe(4)
    expect(server.namespace.sockets.size).toBe(0)
  })

  test('when the server stops, then it is closed', async () => {
    const server = await startLiveServer(0, manualTime(), settings)
    const { isClosed } = await open(server)
    await server.stop()
    await expect.poll(isClosed).toBe(true)
  })
})
