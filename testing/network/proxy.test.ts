import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Link, startLink } from './proxy.ts'

let echo: Server
let link: Link
const served: Socket[] = []

beforeEach(async () => {
  echo = createServer((socket) => {
    served.push(socket)
    socket.on('error', () => {})
    socket.pipe(socket)
  }).listen(0, '127.0.0.1')
  await once(echo, 'listening')
  link = await startLink((echo.address() as AddressInfo).port)
})

afterEach(async () => {
  await link.close()
  for (const socket of served.splice(0)) socket.destroy()
  echo.close()
})

interface Client {
  readonly socket: Socket
  heard(): string
  ended(): boolean
}

async function open(): Promise<Client> {
  const socket = connect(link.port, '127.0.0.1')
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

/** Long enough for anything that goes through to have arrived. */
const quiet = () => wait(150)

test('hands on what is said, in order, both ways, and that somebody hung up', async () => {
  const client = await open()
  for (const word of ['one ', 'two ', 'three']) client.socket.write(word)
  await expect.poll(client.heard).toBe('one two three')
  served[0]?.end()
  await expect.poll(client.ended).toBe(true)
})

test('a cut is told to both ends', async () => {
  const client = await open()
  await expect.poll(() => served.length).toBe(1)
  link.cut()
  await expect.poll(() => [client.ended(), served[0]?.destroyed]).toEqual([true, true])
})

test('what is held back comes later, whole', async () => {
  const client = await open()
  link.hold(true)
  client.socket.write('one ')
  client.socket.write('two')
  await quiet()
  expect(client.heard()).toBe('')
  link.hold(false)
  await expect.poll(client.heard).toBe('one two')
})

test('what is slowed down comes, and not before its time', async () => {
  const client = await open()
  link.delay(300)
  const sent = Date.now()
  client.socket.write('one')
  await expect.poll(client.heard).toBe('one')
  expect(Date.now() - sent).toBeGreaterThanOrEqual(600)
})

test('a mute connection stays open and says nothing ever again; new ones speak, unless they are to be mute too', async () => {
  const client = await open()
  await expect.poll(() => served.length).toBe(1)
  link.mute()
  client.socket.write('one')
  served[0]?.end()
  await quiet()
  expect([client.heard(), client.ended()]).toEqual(['', false])

  link.muteNew(true)
  const second = await open()
  second.socket.write('two')
  await quiet()
  link.heal()
  const third = await open()
  third.socket.write('three')
  await expect.poll(third.heard).toBe('three')
  expect([client.heard(), second.heard()]).toEqual(['', ''])
})

test('refused connections end at once, and later ones do not', async () => {
  link.refuse(true)
  const client = await open()
  await expect.poll(client.ended).toBe(true)
  link.heal()
  const second = await open()
  second.socket.write('two')
  await expect.poll(second.heard).toBe('two')
})
