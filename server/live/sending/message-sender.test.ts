import { createServer } from 'node:http'
import { type Namespace, Server } from 'socket.io'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { listen } from '../../http/http-server.ts'
import { messageSenderOf } from './message-sender.ts'
import { connectPolling, type PollingClient } from './polling.fixture.ts'

// With the adapter that socket.io has by itself; shared-frames-adapter.test.ts has the other one.

let namespace: Namespace
let clients: readonly PollingClient[]

beforeEach(async () => {
  const http = createServer()
  const server = new Server(http)
  namespace = server.of('/live')
  const port = await listen(http, 0, '127.0.0.1')
  onTestFinished(() => server.close())
  clients = [await connectPolling(`http://127.0.0.1:${port}`), await connectPolling(`http://127.0.0.1:${port}`)]
})

test('given a stock socket.io, when messages are sent to all and to one, then each socket gets its own in order', async () => {
  const sender = messageSenderOf(namespace)
  const [first, second] = [...namespace.sockets.values()]
  if (!first || !second) throw new Error('two clients are connected')
  sender.sendToAll({ action: 'a' }, new Set())
  sender.sendToAll({ action: 'b' }, new Set([first]))
  sender.send(first, [{ action: 'c' }, { action: 'd' }])
  const packet = (action: string) => `42/live,["${action}",{"action":"${action}"}]`
  expect(await Promise.all(clients.map((client) => client.poll()))).toEqual([
    ['a', 'c', 'd'].map(packet),
    ['a', 'b'].map(packet),
  ])
})

test('given a stock socket.io, when a message waits for the next poll of a client, then its socket is to be looked at', () => {
  const sender = messageSenderOf(namespace)
  const [first, second] = [...namespace.sockets.values()]
  if (!first || !second) throw new Error('two clients are connected')
  expect(sender.waiting.size).toBe(0)
  sender.sendToAll({ action: 'a' }, new Set([second]))
  expect([...sender.waiting.values()]).toEqual([first])
})
