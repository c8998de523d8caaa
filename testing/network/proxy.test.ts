import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type NetworkProxy, startProxy } from './proxy.ts'

let echo: Server
let proxy: NetworkProxy
const served: Socket[] = []
const echoPort = () => (echo.address() as AddressInfo).port

beforeEach(async () => {
  echo = createServer((socket) => {
    served.push(socket)
    socket.on('error', () => {})
    socket.pipe(socket)
  }).listen(0, '127.0.0.1')
  await once(echo, 'listening')
  proxy = await startProxy(`http://127.0.0.1:${echoPort()}`)
})

afterEach(async () => {
  await proxy.close()
  for (const socket of served.splice(0)) socket.destroy()
  echo.close()
})

interface Client {
  readonly socket: Socket
  heard(): string
  ended(): boolean
}

async function open(port = Number(new URL(proxy.url).port)): Promise<Client> {
  const socket = connect(port, '127.0.0.1')
  let heard = ''
  let ended = false
  socket.setEncoding('utf8').on('data', (text) => {
    heard += text
  })
  socket.on('error', () => {})
  socket.on('close', () => {
    ended = true
  })
  await new Promise<void>((resolve) => {
    socket.once('connect', resolve).once('close', () => resolve())
  })
  return { socket, heard: () => heard, ended: () => ended }
}

/** Two round trips without the proxy: bytes that the proxy passed on before have arrived by then. */
async function roundTrips(): Promise<void> {
  const direct = await open(echoPort())
  for (const word of ['one', 'two']) {
    direct.socket.write(word)
    await expect.poll(direct.heard).toContain(word)
  }
  direct.socket.destroy()
}

test('the proxy passes on bytes in order both ways, and the end of a connection', async () => {
  const client = await open()
  for (const word of ['one ', 'two ', 'three']) client.socket.write(word)
  await expect.poll(client.heard).toBe('one two three')
  served[0]?.end()
  await expect.poll(client.ended).toBe(true)
})

test('the proxy counts connections and the bytes of both ways', async () => {
  const clients = [await open(), await open()]
  for (const { socket } of clients) socket.write('twelve bytes')
  await expect.poll(proxy.bytes).toBe(4 * 12)
  expect(proxy.connections()).toBe(2)
})

test('a cut closes both ends of a connection', async () => {
  const client = await open()
  await expect.poll(() => served.length).toBe(1)
  proxy.cut()
  await expect.poll(() => [client.ended(), served[0]?.destroyed]).toEqual([true, true])
})

test.each([
  ['the hold ends', () => proxy.hold(false)],
  ['the network is restored', () => proxy.restore()],
])('held bytes arrive whole and in order when %s', async (_, release) => {
  const client = await open()
  proxy.hold(true)
  client.socket.write('one ')
  client.socket.write('two')
  await expect.poll(proxy.bytes).toBe(7)
  await roundTrips()
  expect([client.heard(), proxy.bytes()]).toEqual(['', 7])
  release()
  await expect.poll(client.heard).toBe('one two')
})

test('delayed bytes arrive after the delay', async () => {
  const client = await open()
  proxy.delay(300)
  const sent = Date.now()
  client.socket.write('one')
  await expect.poll(client.heard).toBe('one')
  expect(Date.now() - sent).toBeGreaterThanOrEqual(600)
})

test('bytes that follow delayed ones arrive after them', async () => {
  const client = await open()
  proxy.delay(100)
  client.socket.write('one ')
  await expect.poll(proxy.bytes).toBe(4)
  proxy.delay(0)
  client.socket.write('two')
  await expect.poll(client.heard).toBe('one two')
})

test('a muted connection is open and silent after the network is restored, and a new one works', async () => {
  const client = await open()
  await expect.poll(() => served.length).toBe(1)
  proxy.mute()
  client.socket.write('one')
  served[0]?.end()
  await roundTrips()
  proxy.restore()
  const second = await open()
  second.socket.write('two')
  await expect.poll(second.heard).toBe('two')
  expect([client.heard(), client.ended()]).toEqual(['', false])
})

test('a connection that was opened muted is open and silent after the network is restored', async () => {
  proxy.muteNew(true)
  const client = await open()
  client.socket.write('one')
  await roundTrips()
  proxy.restore()
  const second = await open()
  second.socket.write('two')
  await expect.poll(second.heard).toBe('two')
  expect([client.heard(), client.ended(), proxy.connections()]).toEqual(['', false, 2])
})

test('a refused connection ends at once and is not counted, and a later one works', async () => {
  proxy.refuse(true)
  const client = await open()
  await expect.poll(client.ended).toBe(true)
  expect(proxy.connections()).toBe(0)
  proxy.restore()
  const second = await open()
  second.socket.write('two')
  await expect.poll(second.heard).toBe('two')
})
