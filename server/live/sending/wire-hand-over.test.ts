import { Manager } from 'socket.io-client'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { manualTime } from '../../../lib/time/manual-time.fixture.ts'
import { attackMany, handshake, startEdgeServer } from '../../http/edge-server.fixture.ts'
import { rawFrame, rawUpgrade } from '../../http/raw-connection.fixture.ts'
import { type LiveServer, startLiveServer } from '../live.fixture.ts'

let server: LiveServer
beforeEach(async () => {
  server = await startLiveServer(0, manualTime())
})
afterEach(() => server.stop())

const joan = { driver_name: 'Joan Zielinski', runs: ['40.434'] }
const check = (version: number) => ({ source: 'browser', action: 'version_check', data: { version, catch_up: true } })

/** The stock client with one WebSocket for several namespaces. */
function manager(): Manager {
  const made = new Manager(server.url, { transports: ['websocket'], reconnection: false })
  onTestFinished(() => made._close())
  return made
}

/** A bare WebSocket with all that it receives, the `open` packet first. */
async function open(
  url = server.url,
): Promise<{ readonly socket: WebSocket; readonly received: string[]; isClosed(): boolean }> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`)
  onTestFinished(() => socket.terminate())
  const received: string[] = []
  let isClosed = false
  socket.on('message', (packet) => received.push(String(packet)))
  socket.on('close', () => {
    isClosed = true
  })
  await expect.poll(() => received).toHaveLength(1)
  return { socket, received, isClosed: () => isClosed }
}

describe('given a WebSocket of the wire endpoint', () => {
  test('when it joins /live alone, then socket.io has no connection', async () => {
    const live = manager().socket('/live')
    await new Promise((resolve) => live.on('connect', () => resolve(undefined)))
    expect([server.connections(), server.namespace.sockets.size]).toEqual([0, 1])
  })

  test('when its stock client joins another namespace, too, then both work, and each message arrives once', async () => {
    const one = manager()
    const live = one.socket('/live')
    const received: unknown[] = []
    live.onAny((action) => received.push(action))
    await new Promise((resolve) => live.on('connect', () => resolve(undefined)))
    await server.publish([joan])
    const barrier = one.socket('/barrier')
    await new Promise((resolve) => barrier.emit('reached', () => resolve(undefined)))
    expect([server.connections(), server.namespace.sockets.size]).toEqual([1, 1])
    await server.publish([])
    live.emit('version_check', check(0))
    await expect.poll(() => received.filter((action) => action === 'all_drivers').length).toBeGreaterThan(0)
    await new Promise((resolve) => barrier.emit('reached', () => resolve(undefined)))
    await expect.poll(() => received.filter((action) => action === 'update_drivers')).toHaveLength(2)
    expect(live.connected).toBe(true)
  })

  test('when it joins another namespace first, then it can join /live and is counted there once', async () => {
    const one = manager()
    const barrier = one.socket('/barrier')
    await new Promise((resolve) => barrier.emit('reached', () => resolve(undefined)))
    const live = one.socket('/live')
    await new Promise((resolve) => live.on('connect', () => resolve(undefined)))
    expect(server.namespace.sockets.size).toBe(1)
    const received: unknown[] = []
    live.onAny((action) => received.push(action))
    await server.publish([joan])
    await expect.poll(() => received).toEqual(['update_drivers'])
  })

  test('when packets for both arrive in one piece, then none is lost or answered twice', async () => {
    const version = await server.publish([joan])
    const { socket, received } = await open()
    const packets = [
      '40/live,',
      '40/barrier,',
      '42/barrier,1["reached"]',
      `42/live,${JSON.stringify(['version_check', check(0)])}`,
      '42/barrier,2["reached"]',
    ]
    // socket.io joins in several turns: until then a client sends no event.
    for (const packet of packets.slice(0, 2)) socket.send(packet)
    await expect.poll(() => received).toHaveLength(3)
    for (const packet of packets.slice(2)) socket.send(packet)
    await expect.poll(() => received).toHaveLength(7)
    const kinds = received.map((packet) => packet.replace(/[[{].*/, '')).sort()
    expect(kinds).toEqual(['0', '40/barrier,', '40/live,', '42/live,', '42/live,', '43/barrier,1', '43/barrier,2'])
    expect(received.find((packet) => packet.includes('all_drivers'))).toContain(`"version":${version}`)
  })

  test('when it is handed over, then the client keeps the id of its session', async () => {
    const { socket, received } = await open()
    socket.send('40/barrier,')
    await expect.poll(() => received).toHaveLength(2)
    const { sid } = JSON.parse(received[0]?.slice(1) ?? '')
    // A session that exists, of a WebSocket, is no session for a poll; one that does not exist is unknown.
    const answer = await fetch(`${server.url}/socket.io/?EIO=4&transport=polling&sid=${sid}`)
    expect(await answer.json()).toEqual({ code: 3, message: 'Bad request' })
  })

  test('when it was handed over and closes, then it has left all namespaces', async () => {
    const { socket, received } = await open()
    for (const packet of ['40/live,', '40/barrier,']) socket.send(packet)
    await expect.poll(() => received).toHaveLength(3)
    socket.close()
    await expect.poll(() => [server.connections(), server.namespace.sockets.size]).toEqual([0, 0])
  })

  test('[P11] when useless packets come before and after it is handed over, then the tenth closes it', async () => {
    const { socket, received, isClosed } = await open()
    socket.send('40/live,')
    for (let count = 0; count < 5; count += 1) socket.send('43/live,1[]')
    for (let count = 0; count < 4; count += 1) socket.send('40/x,')
    await expect.poll(() => received.filter((packet) => packet.startsWith('44/x'))).toHaveLength(4)
    expect(isClosed()).toBe(false)
    socket.send('43/live,1[]')
    await expect.poll(isClosed).toBe(true)
    expect(server.namespace.sockets.size).toBe(0)
  })
})

test('given a ping that is not answered yet, when the client is handed over, then engine.io alone pings from then on', async () => {
  const pings = { pingInterval: 50, pingTimeout: 1500 }
  const pinging = await startLiveServer(0, manualTime(), { pings })
  onTestFinished(pinging.stop)
  const { socket, received, isClosed } = await open(pinging.url)
  socket.send('40/live,')
  await expect.poll(() => received).toContain('2')
  socket.send('40/barrier,')
  socket.send('3')
  socket.on('message', (packet) => {
    if (String(packet) === '2') socket.send('3')
  })
  // These take longer than an unanswered ping may.
  await expect.poll(() => received.filter((packet) => packet === '2').length, { timeout: 30_000 }).toBeGreaterThan(35)
  expect(isClosed()).toBe(false)
  expect(pinging.namespace.sockets.size).toBe(1)
})

test('[P12] given a handed-over client that stops reading, when it reads again, then it gets what it missed', async () => {
  const { socket, received } = await open()
  for (const packet of ['40/live,', '40/barrier,']) socket.send(packet)
  await expect.poll(() => received).toHaveLength(3)
  socket.pause()
  const wide = (run: number) => [{ ...joan, runs: [String(run)], car: 'x'.repeat(60_000) }]
  for (let run = 0; run < 300; run += 1) {
    await server.publish(wide(run))
    await new Promise((resolve) => setImmediate(resolve))
  }
  const newest = await server.publish([joan])
  socket.resume()
  await expect.poll(() => received.at(-1), { timeout: 20_000 }).toContain(`"version":${newest}`)
  expect(received.length).toBeLessThan(300)
})

test('[P11] given WebSockets that join nothing, when one is handed over meanwhile, then its deadline stays', async () => {
  const { port, open: connections } = await startEdgeServer({ joinDeadline: 600 })
  const sockets = await attackMany(port, 2, rawUpgrade(handshake))
  sockets[0]?.send(rawFrame('40/nothing,'))
  await expect.poll(() => sockets.every((one) => one.hasEnded()), { timeout: 10_000 }).toBe(true)
  expect(await connections()).toBe(0)
})

test('[P11] given a WebSocket that joined /live, when it is handed over, then it stays after the deadline', async () => {
  const { port } = await startEdgeServer({ joinDeadline: 400 })
  const [socket] = await attackMany(port, 1, rawUpgrade(handshake))
  await expect.poll(() => socket?.received()).toContain('"sid"')
  socket?.send(rawFrame('40/live,'))
  await expect.poll(() => socket?.received()).toContain('40/live,')
  socket?.send(rawFrame('40/nothing,'))
  const late = await attackMany(port, 1, rawUpgrade(handshake))
  await expect.poll(() => late.every((one) => one.hasEnded()), { timeout: 10_000 }).toBe(true)
  expect(socket?.hasEnded()).toBe(false)
})
