import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import type { WebSocket } from 'ws'
import { manualTime } from '../../lib/time/manual-time.fixture.ts'
import { connectRaw, rawFrame, rawUpgrade } from '../http/raw-connection.fixture.ts'
import { connectBare, type LiveServer, openWebSocket, settledRaw, startLiveServer } from './live.fixture.ts'
import { connectPolling } from './sending/polling.fixture.ts'

// WebSockets that send what no browser sends.

let server: LiveServer
const sockets: WebSocket[] = []

beforeEach(async () => {
  server = await startLiveServer(0, manualTime())
})

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.terminate()
  await server.stop()
})

interface Attacker {
  readonly socket: WebSocket
  readonly refusals: () => number
  readonly isClosed: () => boolean
}

async function attack(joins: boolean): Promise<Attacker> {
  const socket = await openWebSocket(server.url)
  sockets.push(socket)
  socket.on('error', () => {})
  let [refusals, isClosed] = [0, false]
  socket.on('message', (packet) => {
    if (String(packet).startsWith('44')) refusals += 1
  })
  socket.once('close', () => {
    isClosed = true
  })
  if (joins) await join(socket)
  return { socket, refusals: () => refusals, isClosed: () => isClosed }
}

async function join(socket: WebSocket): Promise<void> {
  socket.send('40/live,')
  await expect.poll(() => server.namespace.sockets.size).toBe(1)
}

const unknown = Array<string>(200).fill('40/x,')
const kinds: readonly (readonly [string, boolean, readonly string[]])[] = [
  ['joins of an unknown namespace, before it joined one', false, unknown],
  ['joins of an unknown namespace, after it joined /live', true, unknown],
  ['joins of the namespace /', false, Array<string>(200).fill('40')],
  ['joins of many unknown namespaces', false, unknown.map((_, index) => `40/x${index},`)],
  ['further joins of /live', true, Array.from({ length: 200 }, () => ['41/live,', '40/live,']).flat()],
  ['acknowledgements of nothing', true, Array<string>(200).fill('43/live,7[]')],
  ['empty packets of engine.io', true, Array<string>(200).fill('6')],
  ['upgrades on an upgraded connection', true, Array<string>(200).fill('5')],
  ['pongs without a ping', true, Array<string>(200).fill('3')],
  ['unknown actions', true, Array<string>(200).fill('42/live,["release",{}]')],
  ['malformed checks', true, Array<string>(200).fill('42/live,["version_check",{"version":-1}]')],
  [
    'a little of everything',
    true,
    ['40/x,', '43/live,7[]', '6', '5', '3', '3', '42/live,["x"]', '42/live,["version_check"]', '40/', '40/y,', '40/z,'],
  ],
]

describe('[P11] given a connection that sends useless packets', () => {
  test.each(kinds)('when they are %s, then the tenth closes its socket, and no more is answered', async (...row) => {
    const [, joins, packets] = row
    const { socket, refusals, isClosed } = await attack(joins)
    for (const packet of packets) socket.send(packet)
    await expect.poll(isClosed).toBe(true)
    expect(refusals()).toBeLessThanOrEqual(10)
    await expect.poll(server.connections).toBe(0)
  })

  const separate = kinds.filter(([what]) => !what.startsWith('further joins'))
  test.each(separate)('when fewer than ten are %s, then it stays open and its checks are answered', async (...row) => {
    const [, joins, packets] = row
    await server.publish([{ driver_name: 'Joan Zielinski' }])
    const { socket, isClosed } = await attack(joins)
    const received: string[] = []
    socket.on('message', (packet) => received.push(String(packet)))
    for (const packet of packets.slice(0, 9)) socket.send(packet)
    if (!joins) await join(socket)
    socket.send('42/live,["version_check",{"source":"browser","action":"version_check","data":{"version":0}}]')
    await settledRaw(socket)
    expect(isClosed()).toBe(false)
    expect(received.filter((packet) => packet.includes('all_drivers'))).toHaveLength(1)
  })
})

test('[P11] given a connection that leaves /live and joins again, when that is the eleventh time, then it is closed', async () => {
  const { socket, isClosed } = await attack(true)
  for (let times = 0; times < 10; times += 1) {
    expect(isClosed()).toBe(false)
    socket.send('41/live,')
    await expect.poll(() => server.namespace.sockets.size).toBe(0)
    socket.send('40/live,')
    await expect.poll(() => server.namespace.sockets.size + (isClosed() ? 1 : 0)).toBeGreaterThan(0)
  }
  await expect.poll(isClosed).toBe(true)
})

test('[P11] given a connection that ignores the closing handshake, then it is destroyed all the same', async () => {
  const port = Number(new URL(server.url).port)
  const connection = await connectRaw(port, rawUpgrade('/socket.io/?EIO=4&transport=websocket'))
  onTestFinished(connection.destroy)
  await expect.poll(connection.received).toContain('"sid"')
  for (let count = 0; count < 10; count += 1) connection.send(rawFrame('40/x,'))
  // ws itself would destroy it after 30 s.
  await expect.poll(connection.hasEnded).toBe(true)
})

test('[P11] given useless packets by polling, then the tenth ends the session', async () => {
  const client = await connectPolling(server.url)
  for (let count = 0; count < 10; count += 1) await client.send('40/x,')
  await expect.poll(server.connections).toBe(0)
})

test('[P11] given an attacker beside a browser, when its connection is closed, then the browser keeps its own', async () => {
  const browser = await connectBare(server.url)
  onTestFinished(() => void browser.socket.disconnect())
  const { socket, isClosed } = await attack(false)
  for (const packet of unknown) socket.send(packet)
  await expect.poll(isClosed).toBe(true)
  await server.publish([{ driver_name: 'Joan Zielinski' }])
  await expect.poll(browser.actions).toEqual(['update_drivers'])
})
