import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { type AllDrivers, serverMessageSchema, type UpdateDrivers } from '../../lib/sync/protocol.ts'
import { type BareClient, connectBare, type LiveServer, quiet, startLiveServer } from './live.fixture.ts'

const joan = { driver_name: 'Joan Zielinski', class: 'SS', runs: ['40.434'] }
const ana = { driver_name: 'Ana' }
const wilford = { driver_name: 'Wilford Amador', class: 'SS', runs: ['40.827'] }

let server: LiveServer
const clients: BareClient[] = []

beforeEach(async () => {
  server = await startLiveServer()
})

afterEach(async () => {
  for (const { socket } of clients.splice(0)) socket.disconnect()
  await server.stop()
})

async function connect(options?: object): Promise<BareClient> {
  const client = await connectBare(server.url, options)
  clients.push(client)
  return client
}

const last = <Message>(client: BareClient) => client.heard.at(-1)?.envelope as Message | undefined

describe('the /live namespace', () => {
  test('a browser that has nothing gets the whole list, in the given envelope', async () => {
    const version = await server.publish([joan, wilford])
    const client = await connect()
    client.check(0)
    await quiet()
    expect(client.actions()).toEqual(['all_drivers'])
    expect(last<AllDrivers>(client)).toMatchObject({
      source: 'server',
      action: 'all_drivers',
      data: { version, drivers: [joan, wilford], log: server.log.current().log },
    })
  })

  test('a browser whose version matches hears nothing, with and without the log', async () => {
    const version = await server.publish([joan])
    const client = await connect()
    client.check(version)
    client.check(version, { log: server.log.current().log, catch_up: true })
    await quiet()
    expect(client.actions()).toEqual([])
  })

  test.each([
    ['older', -1, undefined],
    ['newer', 1, undefined],
    ['of another log', 0, 'another'],
  ])('a browser whose version is %s gets everything', async (_what, difference, log) => {
    const version = await server.publish([joan])
    const client = await connect()
    client.check(version + difference, log === undefined ? {} : { log, catch_up: true })
    await quiet()
    expect(client.actions()).toEqual(['all_drivers'])
  })

  test('every change goes to all, as names to create, whole records and names to destroy', async () => {
    await server.publish([joan])
    const [first, second] = [await connect(), await connect({ transports: ['websocket'] })]
    const version = await server.publish([{ ...joan, runs: ['40.434', '39.9'] }, wilford])
    await server.publish([wilford])
    await quiet()
    for (const client of [first, second]) expect(client.actions()).toEqual(['update_drivers', 'update_drivers'])
    expect(first.heard.at(-2)?.envelope.data).toMatchObject({
      version,
      drivers: { create: ['Wilford Amador'], update: [{ ...joan, runs: ['40.434', '39.9'] }, wilford], destroy: [] },
    })
    expect(last<UpdateDrivers>(second)?.data).toMatchObject({
      version: version + 1,
      drivers: { create: [], update: [], destroy: ['Joan Zielinski'] },
    })
  })

  test('[P9] a browser that can catch up gets what it missed as one update, a bare one everything', async () => {
    const version = await server.publish([joan, ana])
    await server.publish([joan, ana, wilford])
    await server.publish([ana, wilford])
    const client = await connect()
    client.check(version, { log: server.log.current().log, catch_up: true })
    await quiet()
    expect(client.actions()).toEqual(['update_drivers'])
    expect(client.heard.at(-2)?.envelope.data).toMatchObject({
      from: version,
      version: version + 2,
      drivers: { create: ['Wilford Amador'], update: [wilford], destroy: ['Joan Zielinski'] },
    })
  })

  test('[P13] when no answer can be had, the connection closes and the browser may come back', async () => {
    const client = await connect()
    Object.assign(server.log, { since: () => Promise.reject(new Error('the disk is gone')) })
    const reason = new Promise((resolve) => client.socket.on('disconnect', resolve))
    client.check(0)
    // 'io server disconnect' would tell a socket.io client to stay away for ever.
    expect(await reason).toBe('transport close')
  })

  test('[P12] an answer that a revision overtook while it was made is made anew', async () => {
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
    await quiet()
    expect(client.actions().at(-1)).toBe('all_drivers')
    expect(last<AllDrivers>(client)?.data).toMatchObject({
      version: server.log.current().version,
      drivers: [joan, wilford],
    })
  })

  test('a browser that knows the extras hears which version is the newest, and how fresh the files are', async () => {
    const version = await server.publish([joan])
    server.freshness = { source_at: 5, stalled_since: 7 }
    const client = await connect()
    client.check(version, { catch_up: true })
    await quiet()
    expect(client.heard).toHaveLength(1)
    expect(last(client)).toMatchObject({ action: 'current_version', data: { version, source_at: 5, stalled_since: 7 } })
  })

  test('a page is made of the messages that a socket gets, and of one list a revision', async () => {
    const version = await server.publish([joan, wilford])
    server.freshness = { source_at: 5, stalled_since: 7 }
    const client = await connect()
    client.check(0, { catch_up: true })
    await quiet()
    const { list, version: newest } = server.newest()
    expect(client.heard.map(({ envelope }) => envelope)).toEqual([
      list,
      { ...newest, data: { ...newest.data, now: expect.any(Number) } },
    ])
    expect(newest.data).toMatchObject({ version, source_at: 5, stalled_since: 7 })
    expect(server.newest().list).toBe(list)
    await server.publish([joan])
    expect(server.newest().list.data).toMatchObject({ version: version + 1, drivers: [joan] })
  })

  test('[P8] every 10 s all hear which version is the newest, until the end', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    onTestFinished(() => void vi.useRealTimers())
    const own = await startLiveServer()
    const version = await own.publish([joan])
    const client = await connectBare(own.url)
    clients.push(client)
    const beats = () => client.heard.filter(({ action }) => action === 'current_version')
    vi.advanceTimersByTime(9_999)
    await quiet()
    expect(beats()).toHaveLength(0)
    vi.advanceTimersByTime(10_001)
    await expect.poll(beats).toHaveLength(2)
    expect(beats()[0]?.envelope.data).toMatchObject({ version, log: own.log.current().log })
    own.stopServing()
    vi.advanceTimersByTime(60_000)
    await quiet()
    expect(beats()).toHaveLength(2)
    client.socket.disconnect()
    await own.stop()
  })

  test('after the end nothing is said any more, whatever the log goes on to say', async () => {
    const client = await connect()
    server.stopServing()
    await server.publish([joan])
    await quiet()
    expect(client.actions()).toEqual([])
  })

  test('whatever the server says is as lib/sync/protocol.ts has it', async () => {
    const client = await connect()
    client.check(0)
    client.check('x')
    await server.publish([joan])
    server.broadcastVersion()
    await quiet()
    const actions = new Set(client.heard.map(({ action }) => action))
    expect(actions).toEqual(new Set(['current_version', 'all_drivers', 'problem', 'update_drivers']))
    for (const { action, envelope } of client.heard) expect(serverMessageSchema.parse(envelope).action).toBe(action)
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
    ['an endless log', { source: 'browser', action: 'version_check', data: { version: 1, log: 'x'.repeat(65) } }],
    ['bytes', new Uint8Array([1, 2, 3])],
  ])('that sends %s gets a problem, and nothing else', async (_what, envelope) => {
    const client = await connect()
    client.socket.emit('version_check', envelope)
    await quiet()
    expect(client.actions()).toEqual(['problem'])
    expect(last(client)).toMatchObject({ source: 'server', data: { code: 'malformed' } })
  })

  test('that sends another action is told so, and the tenth closes its connection, nobody else’s', async () => {
    const [client, other] = [await connect(), await connect()]
    for (let message = 1; message <= 9; message += 1) client.socket.emit('update_drivers', { evil: true })
    await quiet()
    expect(client.actions()).toHaveLength(9)
    expect(last(client)).toMatchObject({ source: 'server', data: { code: 'unknown_action' } })
    expect(client.socket.connected).toBe(true)
    client.socket.emit('all_drivers', {})
    await quiet()
    expect(client.socket.connected).toBe(false)
    await server.publish([joan])
    await quiet()
    expect(other.actions()).toEqual(['update_drivers'])
  })

  test('that sends a check under another name is not answered', async () => {
    await server.publish([joan])
    const client = await connect()
    client.socket.emit('all_drivers', { source: 'browser', action: 'version_check', data: { version: 0 } })
    await quiet()
    expect(client.actions()).toEqual(['problem'])
  })

  test('that sends too much is closed', async () => {
    const client = await connect({ transports: ['websocket'] })
    client.check(1, { log: 'x'.repeat(5000) })
    await quiet()
    expect(client.socket.connected).toBe(false)
  })

  test('that asks a hundred times gets a few answers now and the newest one later', async () => {
    await server.publish([joan])
    const client = await connect()
    for (let time = 0; time < 100; time += 1) client.check(0)
    await quiet()
    expect(client.actions().length).toBeLessThanOrEqual(5)
    await new Promise((resolve) => setTimeout(resolve, 1200))
    expect(client.actions().length).toBeLessThanOrEqual(7)
    expect(client.actions().length).toBeGreaterThanOrEqual(6)
  })

  test('that only asks is closed', async () => {
    await server.publish([joan])
    const client = await connect({ transports: ['websocket'] })
    for (let time = 0; time < 300; time += 1) client.check(0)
    await quiet()
    expect(client.socket.connected).toBe(false)
  })

  test('that joins many times in one burst has joined once', async () => {
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`)
    const heard: string[] = []
    socket.on('message', (message) => heard.push(String(message)))
    await new Promise((resolve) => socket.once('open', resolve))
    for (let time = 0; time < 20; time += 1) socket.send('40/live,')
    await quiet()
    expect(heard.filter((message) => message.startsWith('40/live,'))).toHaveLength(1)
    socket.close()
  })

  test('that left may join again on the same connection', async () => {
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`)
    const heard: string[] = []
    socket.on('message', (message) => heard.push(String(message)))
    await new Promise((resolve) => socket.once('open', resolve))
    const joined = () => heard.filter((message) => message.startsWith('40/live,')).length
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

  test('from a foreign page cannot connect', async () => {
    await expect(connectBare(server.url, { extraHeaders: { origin: 'https://evil.example' } })).rejects.toThrow()
  })
})
