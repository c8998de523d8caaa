import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server } from 'socket.io'
import { io, type Socket } from 'socket.io-client'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ServerState } from '../../lib/server-api/pipeline-state.ts'
import { serveAdmin } from './admin-namespace.ts'
import { startSessions } from './sessions.ts'

const file = { read: async () => [], write: async () => undefined }
let sessions: Awaited<ReturnType<typeof startSessions>>
let now: number
let server: Server
let admin: ReturnType<typeof serveAdmin>
let clients: Socket[]
let url: string

beforeEach(async () => {
  now = 1_700_000_000_000
  clients = []
  sessions = await startSessions({ key: Buffer.from('key'), file, now: () => now })
  const http = createServer()
  server = new Server(http)
  admin = serveAdmin(server.of('/admin'), sessions, () => ({ version: 1 }) as ServerState)
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}/admin`
})
afterEach(async () => {
  for (const client of clients) client.disconnect()
  admin.stop()
  await server.close()
})

function connect(cookie: string): Socket {
  const client = io(url, { transports: ['websocket'], extraHeaders: { cookie }, forceNew: true, reconnectionDelay: 10 })
  clients.push(client)
  return client
}
const receives = (client: Socket, event: string) => new Promise<unknown>((resolve) => void client.once(event, resolve))

describe('the namespace of the desk', () => {
  test('given a session that is ended, then its open sockets are closed and refused, and others stay', async () => {
    const [own, other] = [sessions.begin().token, sessions.begin().token]
    const [first, second, third] = [own, own, other].map((token) => connect(`paddock_session=${token}`))
    if (!first || !second || !third) throw new Error('three clients')
    await Promise.all([first, second, third].map((client) => receives(client, 'server_state')))
    const refusals = [first, second].map((client) => receives(client, 'connect_error'))
    await sessions.end(own)
    for (const refusal of await Promise.all(refusals)) expect(refusal).toMatchObject({ message: 'not_signed_in' })
    expect([first.connected, second.connected, third.connected]).toEqual([false, false, true])
    const next = receives(third, 'server_state')
    admin.broadcastState()
    expect(await next).toEqual({ version: 1 })
  })

  test('given a session whose time is over, then the next state is not sent to it', async () => {
    const { token, maxAge } = sessions.begin()
    const client = connect(`paddock_session=${token}`)
    await receives(client, 'server_state')
    const states: unknown[] = []
    client.on('server_state', (state) => states.push(state))
    now += maxAge * 1000
    const refused = receives(client, 'connect_error')
    admin.broadcastState()
    expect(await refused).toMatchObject({ message: 'not_signed_in' })
    expect(states).toEqual([])
  })

  test.each(['', 'paddock_session=x'])('given the cookie "%s", then it is refused', async (cookie) => {
    expect(await receives(connect(cookie), 'connect_error')).toMatchObject({ message: 'not_signed_in' })
  })

  test('given a valid session and a second cookie of its name, then it is refused', async () => {
    const { token } = sessions.begin()
    for (const cookie of [
      `paddock_session=${token}; paddock_session=x`,
      `paddock_session=x; paddock_session=${token}`,
    ]) {
      expect(await receives(connect(cookie), 'connect_error')).toMatchObject({ message: 'not_signed_in' })
    }
  })
})
