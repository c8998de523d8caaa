import { io } from 'socket.io-client'
import { field, withChanged } from '../../testing/event/timing-file.ts'
import { type BareClient, connectBare } from '../fixtures/bare-client.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { expect, test } from '../fixtures/test.ts'

const server = serverOfFile()
const clients: BareClient[] = []

test.afterEach(() => {
  for (const { socket } of clients.splice(0)) socket.disconnect()
})

/** Messages that no page of ours sends: unknown actions, and malformed version_checks. */
const nonsense: readonly (readonly [string, ...unknown[]])[] = [
  ['update_drivers', { source: 'browser', action: 'update_drivers', data: { version: 1, drivers: {} } }],
  ['release', {}],
  ['version_check'],
  ['version_check', null],
  ['version_check', 'version 41'],
  ['version_check', { source: 'browser', action: 'version_check', data: { version: -1 } }],
  ['version_check', { source: 'browser', action: 'version_check', data: { version: '41' } }],
  ['version_check', { source: 'server', action: 'version_check', data: { version: 41 } }],
  ['version_check', { source: 'browser', action: 'version_check', data: { version: 41, log: 'x'.repeat(1000) } }],
]

test('[P11] given malformed messages, then each is answered by a problem, the tenth closes the connection, and other clients notice nothing', async () => {
  const neighbour = await connected()
  const client = await connected()
  await expect.poll(client.names).toHaveLength(field.length)
  const disconnected = new Promise<string>((resolve) => client.socket.once('disconnect', resolve))

  for (const [action, ...parameters] of nonsense) client.socket.emit(action, ...parameters)
  await expect.poll(() => problems(client)).toHaveLength(nonsense.length)
  expect(new Set(problems(client).map(({ code }) => code))).toEqual(new Set(['unknown_action', 'malformed']))
  for (const { message } of problems(client)) expect(message).not.toBe('')
  expect(client.socket.connected).toBe(true)

  client.socket.io.reconnection(false)
  client.socket.emit('version_check', { the: 'tenth' })
  expect(await disconnected).toMatch(/transport (close|error)/)

  expect(problems(neighbour)).toEqual([])
  server.data.writeEntries(withChanged(field, 'Nobody Ranyet', { runs: ['44.444'] }))
  await expect.poll(() => neighbour.messages().map(({ action }) => action)).toEqual(['all_drivers', 'update_drivers'])
  expect(neighbour.socket.connected).toBe(true)
})

test('[P11] given one malformed message, when a version_check follows, then it is answered', async () => {
  const client = await connected()
  await expect.poll(client.names).toHaveLength(field.length)
  client.socket.emit('version_check', { data: { version: {} } })
  server.data.writeEntries(withChanged(field, 'Nobody Ranyet', { runs: ['43.333'] }))
  const actions = () => client.messages().map(({ action }) => action)
  await expect.poll(actions).toEqual(['all_drivers', 'problem', 'update_drivers'])
  client.check(0)
  await expect.poll(actions).toEqual(['all_drivers', 'problem', 'update_drivers', 'all_drivers'])
})

test('[P11] given a flood of version_checks, then the list is sent once, and other clients are not delayed', async () => {
  const client = await connected()
  for (let check = 0; check < 200; check += 1) client.check(0)
  const neighbour = await connected()
  await expect.poll(neighbour.names).toHaveLength(field.length)
  const answers = () => client.actions().filter((action) => action === 'all_drivers').length
  await expect.poll(() => problems(client).map(({ code }) => code)).toContain('repeated')
  // Messages keep their order: an update is behind every answer that is due.
  server.data.writeEntries(withChanged(field, 'Nobody Ranyet', { runs: ['45.555'] }))
  await expect.poll(client.actions).toContain('update_drivers')
  expect(answers()).toBe(1)
})

test('[P11] given an oversized message, then its connection is closed and the server stays healthy', async () => {
  const client = await connected()
  const disconnected = new Promise<string>((resolve) => client.socket.once('disconnect', resolve))
  client.socket.io.reconnection(false)
  client.socket.emit('version_check', 'x'.repeat(100_000))
  expect(await disconnected).toMatch(/transport (close|error)/)
  expect((await fetch(`${server.baseUrl}/healthz`)).status).toBe(200)
})

for (const transport of ['polling', 'websocket']) {
  test(`given a page of another origin, when it connects by ${transport}, then it is refused`, async () => {
    expect(await refusal('/live', transport, { origin: 'https://elsewhere.example' })).not.toBeUndefined()
    expect(await refusal('/live', transport, { origin: server.baseUrl })).toBeUndefined()
  })
}

for (const namespace of ['/', '/unknown', '/admin']) {
  test(`given nobody signed in, when a client connects to ${namespace}, then it is refused`, async () => {
    expect(await refusal(namespace, 'websocket')).not.toBeUndefined()
  })
}

function problems(client: BareClient): { readonly code: string; readonly message: string }[] {
  return client.received
    .filter(({ action }) => action === 'problem')
    .map(({ payload }) => (payload as { data: { code: string; message: string } }).data)
}

async function connected(): Promise<BareClient> {
  const client = connectBare(server.baseUrl)
  clients.push(client)
  await expect.poll(() => client.socket.connected).toBe(true)
  return client
}

/** Why a connection is refused; undefined when it is not. */
async function refusal(namespace: string, transport: string, extraHeaders = {}): Promise<string | undefined> {
  const options = { forceNew: true, reconnection: false, transports: [transport], extraHeaders }
  const socket = io(`${server.baseUrl}${namespace}`, options)
  const outcome = await new Promise<string | undefined>((resolve) => {
    socket.once('connect', () => resolve(undefined))
    socket.once('connect_error', (error) => resolve(error.message))
  })
  socket.disconnect()
  return outcome
}
