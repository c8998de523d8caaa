import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type AllDrivers, serverMessageSchema, type UpdateDrivers } from '../../lib/sync/protocol.ts'
import { type ManualTime, manualTime } from '../../lib/time/manual-time.fixture.ts'
import {
  type BareClient,
  connectBare,
  type LiveServer,
  openWebSocket,
  settled,
  settledRaw,
  startLiveServer,
} from './live.fixture.ts'

const joan = { driver_name: 'Joan Zielinski', class: 'SS', runs: ['40.434'] }
const ana = { driver_name: 'Ana' }
const wilford = { driver_name: 'Wilford Amador', class: 'SS', runs: ['40.827'] }

let time: ManualTime
let server: LiveServer
const clients: BareClient[] = []

beforeEach(async () => {
  time = manualTime()
  server = await startLiveServer(0, time)
})

afterEach(async () => {
  for (const { socket } of clients.splice(0)) socket.disconnect()
  await server.stop()
})

/** How the clients of the tests that run now connect. */
let transport: object = {}

async function connect(options?: object): Promise<BareClient> {
  const client = await connectBare(server.url, { ...transport, ...options })
  clients.push(client)
  return client
}

const last = <Message>(client: BareClient) => client.received.at(-1)?.envelope as Message | undefined

describe.each([
  ['by polling first', {}],
  ['by WebSocket', { transports: ['websocket'] }],
])('given browsers that connect %s', (_way, options) => {
  beforeEach(() => {
    transport = options
  })

  describe('the /live namespace', () => {
    test('a browser at version 0 gets the whole list as all_drivers', async () => {
      const version = await server.publish([joan, wilford])
      const client = await connect()
      client.check(0)
      await settled(client)
      expect(client.actions()).toEqual(['all_drivers'])
      expect(last<AllDrivers>(client)).toMatchObject({
        source: 'server',
        action: 'all_drivers',
        data: { version, drivers: [joan, wilford], log: server.log.current().log },
      })
    })

    test('a browser at the newest version gets no answer, with or without a log name', async () => {
      const version = await server.publish([joan])
      const client = await connect()
      client.check(version)
      client.check(version, { log: server.log.current().log, catch_up: true })
      await settled(client)
      expect(client.actions()).toEqual([])
    })

    test.each([
      ['older', -1, undefined],
      ['newer', 1, undefined],
      ['of another log', 0, 'another'],
    ])('a browser whose version is %s gets the whole list', async (_what, difference, log) => {
      const version = await server.publish([joan])
      const client = await connect()
      client.check(version + difference, log === undefined ? {} : { log, catch_up: true })
      await settled(client)
      expect(client.actions()).toEqual(['all_drivers'])
    })

    test('a change is broadcast as created names, whole updated records and destroyed names', async () => {
      await server.publish([joan])
      const [first, second] = [await connect(), await connect({ transports: ['websocket'] })]
      const version = await server.publish([{ ...joan, runs: ['40.434', '39.9'] }, wilford])
      await server.publish([wilford])
      for (const client of [first, second]) await settled(client)
      for (const client of [first, second]) expect(client.actions()).toEqual(['update_drivers', 'update_drivers'])
      expect(first.received.at(-2)?.envelope.data).toMatchObject({
        version,
        drivers: { create: ['Wilford Amador'], update: [{ ...joan, runs: ['40.434', '39.9'] }, wilford], destroy: [] },
      })
      expect(last<UpdateDrivers>(second)?.data).toMatchObject({
        version: version + 1,
        drivers: { create: [], update: [], destroy: ['Joan Zielinski'] },
      })
    })

    test('[P9] a browser that can catch up gets all missed changes as one update', async () => {
      const version = await server.publish([joan, ana])
      await server.publish([joan, ana, wilford])
      await server.publish([ana, wilford])
      const client = await connect()
      client.check(version, { log: server.log.current().log, catch_up: true })
      await settled(client)
      expect(client.actions()).toEqual(['update_drivers'])
      expect(client.received.at(-2)?.envelope.data).toMatchObject({
        from: version,
        version: version + 2,
        drivers: { create: ['Wilford Amador'], update: [wilford], destroy: ['Joan Zielinski'] },
      })
    })

    test('[P13] the connection closes in a way that lets the browser reconnect when the log cannot answer', async () => {
      const client = await connect()
      Object.assign(server.log, { since: () => Promise.reject(new Error('the disk is gone')) })
      const reason = new Promise((resolve) => client.socket.on('disconnect', resolve))
      client.check(0)
      // After 'io server disconnect' a socket.io client does not reconnect.
      expect(await reason).toBe('transport close')
    })

    test('[P12] an answer is made again when a revision is published meanwhile', async () => {
      await server.publish([joan])
      const since = server.log.since
      const overtaken = async (...position: Parameters<typeof since>) => {
        const missed = await since(...position)
        Object.assign(server.log, { since })
        await server.publish([joan, wilford])
        return missed
      }
      Object.assign(server.log, { since: overtaken })
      const client = await connect()
      client.check(0)
      await settled(client)
      expect(client.actions().at(-1)).toBe('all_drivers')
      expect(last<AllDrivers>(client)?.data).toMatchObject({
        version: server.log.current().version,
        drivers: [joan, wilford],
      })
    })

    test('a browser that can catch up gets the newest version and the freshness of the files', async () => {
      const version = await server.publish([joan])
      server.freshness = { source_at: 5, stalled_since: 7 }
      const client = await connect()
      client.check(version, { catch_up: true })
      await settled(client)
      expect(client.received).toHaveLength(1)
      expect(last(client)).toMatchObject({
        action: 'current_version',
        data: { version, source_at: 5, stalled_since: 7 },
      })
    })

    test('a page is made of the same messages as a socket gets, with one list object a revision', async () => {
      const version = await server.publish([joan, wilford])
      server.freshness = { source_at: 5, stalled_since: 7 }
      const client = await connect()
      client.check(0, { catch_up: true })
      await settled(client)
      const { list, version: newest } = server.newest()
      expect(client.received.map(({ envelope }) => envelope)).toEqual([
        list,
        { ...newest, data: { ...newest.data, now: expect.any(Number) } },
      ])
      expect(newest.data).toMatchObject({ version, source_at: 5, stalled_since: 7 })
      expect(server.newest().list).toBe(list)
      await server.publish([joan])
      expect(server.newest().list.data).toMatchObject({ version: version + 1, drivers: [joan] })
    })

    test('[P8] the newest version is broadcast every 10 s until serving stops', async () => {
      const version = await server.publish([joan])
      const client = await connect()
      const beats = () => client.received.filter(({ action }) => action === 'current_version')
      await time.pass(9_999)
      await settled(client)
      expect(beats()).toHaveLength(0)
      await time.pass(10_001)
      await settled(client)
      expect(beats()).toHaveLength(2)
      expect(beats()[0]?.envelope.data).toMatchObject({ version, log: server.log.current().log })
      server.stopServing()
      await time.pass(60_000)
      await settled(client)
      expect(beats()).toHaveLength(2)
    })

    test('a revision that is published after serving stopped is not broadcast', async () => {
      const client = await connect()
      server.stopServing()
      await server.publish([joan])
      await settled(client)
      expect(client.actions()).toEqual([])
    })

    test('every message of the server fits the schema of lib/sync/protocol.ts', async () => {
      const client = await connect()
      client.check(0)
      client.check('x')
      await server.publish([joan])
      server.broadcastVersion()
      await settled(client)
      const actions = new Set(client.received.map(({ action }) => action))
      expect(actions).toEqual(new Set(['current_version', 'all_drivers', 'problem', 'update_drivers']))
      for (const { action, envelope } of client.received)
        expect(serverMessageSchema.parse(envelope).action).toBe(action)
    })
  })

  describe('[P11] a hostile browser', () => {
    test.each([
      ['no envelope', undefined],
      ['text', 'version_check'],
      ['another source', { source: 'server', action: 'version_check', data: { version: 1 } }],
      ['no data', { source: 'browser', action: 'version_check' }],
      ['a negative version', { source: 'browser', action: 'version_check', data: { version: -1 } }],
      ['half a version', { source: 'browser', action: 'version_check', data: { version: 1.5 } }],
      ['a version as text', { source: 'browser', action: 'version_check', data: { version: '1' } }],
      ['an unsafe version', { source: 'browser', action: 'version_check', data: { version: 2 ** 60 } }],
      [
        'a log name of 65 characters',
        { source: 'browser', action: 'version_check', data: { version: 1, log: 'x'.repeat(65) } },
      ],
      ['bytes', new Uint8Array([1, 2, 3])],
    ])('that sends %s gets only a problem', async (_what, envelope) => {
      const client = await connect()
      client.socket.emit('version_check', envelope)
      await settled(client)
      expect(client.actions()).toEqual(['problem'])
      expect(last(client)).toMatchObject({ source: 'server', data: { code: 'malformed' } })
    })

    test('that sends unknown actions gets a problem for each; the tenth closes only its own connection', async () => {
      const [client, other] = [await connect(), await connect()]
      for (let message = 1; message <= 9; message += 1) client.socket.emit('update_drivers', { evil: true })
      await settled(client)
      expect(client.actions()).toHaveLength(9)
      expect(last(client)).toMatchObject({ source: 'server', data: { code: 'unknown_action' } })
      expect(client.socket.connected).toBe(true)
      client.socket.emit('all_drivers', {})
      await expect.poll(() => client.socket.connected).toBe(false)
      await server.publish([joan])
      await settled(other)
      expect(other.actions()).toEqual(['update_drivers'])
    })

    test('that sends a version_check under another event name gets only a problem', async () => {
      await server.publish([joan])
      const client = await connect()
      client.socket.emit('all_drivers', { source: 'browser', action: 'version_check', data: { version: 0 } })
      await settled(client)
      expect(client.actions()).toEqual(['problem'])
    })

    test('that sends a message above the size limit is disconnected', async () => {
      const client = await connect({ transports: ['websocket'] })
      client.check(1, { log: 'x'.repeat(5000) })
      await expect.poll(() => client.socket.connected).toBe(false)
    })

    test('that asks a hundred times gets five answers at once and one more a second later', async () => {
      const version = await server.publish([joan])
      await server.publish([joan, wilford])
      const client = await connect()
      const log = server.log.current().log
      for (let time = 0; time < 100; time += 1) client.check(version, { log, catch_up: true })
      for (const [milliseconds, answers] of [
        [0, 5],
        [999, 5],
        [1, 6],
        [60_000, 6],
      ] as const) {
        await time.pass(milliseconds)
        await settled(client)
        expect(client.actions()).toHaveLength(answers)
      }
    })

    test('that asks again for a list that it was sent gets a problem, and the tenth time closes its connection', async () => {
      await server.publish([joan])
      const client = await connect({ transports: ['websocket'] })
      for (let times = 0; times < 10; times += 1) {
        client.check(0)
        await settled(client)
        await time.pass(900)
      }
      expect(client.actions()).toEqual(['all_drivers', ...Array<string>(9).fill('problem')])
      expect(last(client)).toMatchObject({ source: 'server', data: { code: 'repeated' } })
      client.check(0)
      await expect.poll(() => client.socket.connected).toBe(false)
      expect(client.actions().filter((action) => action === 'all_drivers')).toHaveLength(1)
    })

    test('that asks again for a list gets the list of a newer version', async () => {
      await server.publish([joan])
      const client = await connect()
      for (const drivers of [[joan, wilford], [wilford]]) {
        client.check(0)
        await settled(client)
        await server.publish(drivers)
      }
      client.check(0)
      await settled(client)
      expect(client.actions().filter((action) => action === 'all_drivers')).toHaveLength(3)
      expect(last<AllDrivers>(client)?.data.drivers).toEqual([wilford])
    })

    test('that can catch up and asks twice, while the list is on its way, gets it once and the version twice', async () => {
      const version = await server.publish([joan])
      const client = await connect()
      client.check(0, { catch_up: true })
      client.check(0, { catch_up: true })
      await settled(client)
      expect(client.received.map(({ action }) => action)).toEqual([
        'all_drivers',
        'current_version',
        'problem',
        'current_version',
      ])
      expect(last(client)).toMatchObject({ data: { version } })
    })

    test('[P10] that says that the list it was sent is wrong is disconnected, and gets it on the next connection', async () => {
      await server.publish([joan])
      const client = await connect()
      client.check(0, { catch_up: true })
      await settled(client)
      client.check(0, { catch_up: true, divergences: 1 })
      await expect.poll(() => client.socket.connected).toBe(false)
      const next = await connect()
      next.check(0, { catch_up: true, divergences: 1 })
      await settled(next)
      expect([next.actions(), server.divergences]).toEqual([['all_drivers'], 1])
    })

    test('that sends 300 checks without waiting is disconnected', async () => {
      await server.publish([joan])
      const client = await connect({ transports: ['websocket'] })
      for (let time = 0; time < 300; time += 1) client.check(0)
      await expect.poll(() => client.socket.connected).toBe(false)
    })

    test('that joins the namespace many times on one connection is accepted once', async () => {
      const socket = await openWebSocket(server.url)
      const received: string[] = []
      socket.on('message', (message) => received.push(String(message)))
      for (let time = 0; time < 20; time += 1) socket.send('40/live,')
      // The server refuses the others, or closes the connection if they arrive after the first was accepted.
      await settledRaw(socket)
      expect(received.filter((message) => message.startsWith('40/live,'))).toHaveLength(1)
      socket.close()
    })

    test('that disconnected from the namespace may join again on the same connection', async () => {
      const socket = await openWebSocket(server.url)
      const received: string[] = []
      socket.on('message', (message) => received.push(String(message)))
      const joined = () => received.filter((message) => message.startsWith('40/live,')).length
      socket.send('40/live,')
      await expect.poll(joined).toBe(1)
      socket.send('41/live,')
      await expect.poll(() => server.namespace.sockets.size).toBe(0)
      socket.send('40/live,')
      await expect.poll(joined).toBe(2)
      socket.close()
    })

    test('cannot connect to any other namespace', async () => {
      const { io } = await import('socket.io-client')
      for (const namespace of ['/', '/nothing']) {
        const socket = io(`${server.url}${namespace}`, { forceNew: true, reconnection: false })
        const error = await new Promise<Error>((resolve) => socket.on('connect_error', resolve))
        expect(error.message).not.toBe('')
        socket.disconnect()
      }
    })

    test('cannot connect from a page of a foreign origin', async () => {
      await expect(connectBare(server.url, { extraHeaders: { origin: 'https://evil.example' } })).rejects.toThrow()
    })
  })
})
