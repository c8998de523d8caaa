import { afterEach, beforeEach, expect, test } from 'vitest'
import type { WebSocket } from 'ws'
import type { Driver } from '../../lib/record/driver.ts'
import { type ServerMessage, serverMessageSchema } from '../../lib/sync/protocol.ts'
import { emptyReplica, type Replica, receiveAll, receiveUpdate } from '../../lib/sync/replica.ts'
import { type ManualTime, manualTime } from '../../lib/time/manual-time.fixture.ts'
import { type LiveServer, openWebSocket, startLiveServer } from './live.fixture.ts'

// An event's audience behind one address, as in the club's Wi-Fi, with a hog among it. Bytes and lists are counted.

const phones = 500
/** Bytes of a list as JSON, about. */
const listBytes = 20_000
/** So that 200 lists may go out at once, and 6.7 in a second. */
const rates = { ofConnection: 4000, ofAddress: (200 * listBytes) / 30 }

const listOf = (revision: number): Driver[] =>
  Array.from({ length: 200 }, (_, index) => ({
    driver_name: `Driver ${index}`,
    runs: [`${40 + revision}.${index}`],
  })).map((driver) => ({ ...driver, car: 'x'.repeat(40) }))

let time: ManualTime
let server: LiveServer
const open: WebSocket[] = []

beforeEach(async () => {
  time = manualTime()
  server = await startLiveServer(0, time, { rates })
  await server.publish(listOf(0))
})

afterEach(async () => {
  for (const socket of open.splice(0)) socket.terminate()
  await server.stop()
})

interface Phone {
  readonly replica: () => Replica
  readonly lists: () => number
  readonly bytes: () => number
  readonly isOpen: () => boolean
  readonly ask: (data: object) => void
}

async function connect(): Promise<Phone> {
  const socket = await openWebSocket(server.url)
  open.push(socket)
  let replica: Replica = emptyReplica
  let [lists, bytes] = [0, 0]
  const take = (message: ServerMessage) => {
    if (message.action === 'all_drivers') {
      lists += 1
      replica = receiveAll(replica, message)
    }
    if (message.action !== 'update_drivers') return
    const after = receiveUpdate(replica, message)
    if (after !== 'gap') replica = after
  }
  const joined = new Promise((resolve) => {
    socket.on('message', (data) => {
      const text = String(data)
      bytes += text.length
      if (text.startsWith('40/live')) resolve(undefined)
      if (text.startsWith('42/live,')) take(serverMessageSchema.parse(JSON.parse(text.slice(8))[1]))
    })
  })
  socket.on('error', () => {})
  socket.send('40/live,')
  await joined
  return {
    replica: () => replica,
    lists: () => lists,
    bytes: () => bytes,
    isOpen: () => socket.readyState === socket.OPEN,
    ask: (data) => {
      const check = { source: 'browser', action: 'version_check', data }
      if (socket.readyState === socket.OPEN) socket.send(`42/live,${JSON.stringify(['version_check', check])}`)
    },
  }
}

async function connectAll(count: number): Promise<Phone[]> {
  const all: Phone[] = []
  while (all.length < count) all.push(...(await Promise.all(Array.from({ length: 50 }, connect))))
  return all
}

const isRight = (phone: Phone) => phone.replica().version === server.log.current().version
const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)

test('given 500 phones of one address and 50 hogs among them, when all reconnect, then each phone has the list once and is right', async () => {
  const hogs = await connectAll(50)
  const audience = await connectAll(phones)
  for (const hog of hogs) for (let times = 0; times < 40; times += 1) hog.ask({ version: 0 })
  for (const phone of audience) phone.ask({ version: 0, catch_up: true })
  const served = () => sum([...hogs, ...audience].map((phone) => phone.lists()))
  await expect.poll(served).toBeGreaterThan(190)
  // The others cannot be served at once; they are in their order.
  expect(served()).toBeLessThan(220)
  for (let seconds = 0; seconds < 90 && !audience.every(isRight); seconds += 1) {
    await time.pass(1000)
    await new Promise((resolve) => setImmediate(resolve))
  }
  await expect.poll(() => audience.filter(isRight).length).toBe(phones)
  expect(audience.map((phone) => phone.lists())).toEqual(Array(phones).fill(1))
  expect(Math.max(...hogs.map((hog) => hog.lists()))).toBe(1)
  expect(audience.every((phone) => phone.isOpen())).toBe(true)
  expect(sum(hogs.map((hog) => hog.bytes()))).toBeLessThan(50 * 2 * listBytes)
})

test('given a hog that asks for old versions again and again, then it gets what its rate allows, and phones all of each change', async () => {
  const [hog, ...audience] = await connectAll(50)
  const { log } = server.log.current()
  const old = server.log.current().version
  for (const phone of [hog, ...audience]) phone?.ask({ version: 0, catch_up: true })
  await expect.poll(() => audience.filter(isRight).length).toBe(audience.length)
  await server.publish(listOf(1))
  await expect.poll(() => audience.filter(isRight).length).toBe(audience.length)
  const before = hog?.bytes() ?? 0
  let asked = 0
  for (let seconds = 0; seconds < 300; seconds += 1) {
    hog?.ask({ version: old, log, catch_up: true })
    asked += 1
    await time.pass(1000)
    await new Promise((resolve) => setImmediate(resolve))
  }
  const got = (hog?.bytes() ?? 0) - before
  expect(asked * listBytes).toBeGreaterThan(4_000_000)
  // Three lists and 16 s at once, then the rate.
  expect(got).toBeLessThan(3 * listBytes + 316 * rates.ofConnection + 2 * listBytes)
  expect(got).toBeGreaterThan(3 * listBytes)
  await server.publish(listOf(2))
  await expect.poll(() => audience.filter(isRight).length).toBe(audience.length)
})
