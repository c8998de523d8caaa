import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'
import type { Driver } from '../../lib/record/driver.ts'
import { manualTime } from '../../lib/time/manual-time.fixture.ts'
import { type BareClient, connectBare, type LiveServer, settled, startLiveServer } from './live.fixture.ts'
import { connectPolling } from './sending/polling.fixture.ts'

let server: LiveServer
beforeEach(async () => {
  server = await startLiveServer(0, manualTime())
})
afterEach(() => server.stop())

const list = (run: string): readonly Driver[] =>
  Array.from({ length: 20 }, (_, index) => ({ driver_name: `Driver ${index}`, runs: [index === 0 ? run : '40.000'] }))

async function connect(options: object): Promise<BareClient> {
  const client = await connectBare(server.url, options)
  onTestFinished(() => void client.socket.disconnect())
  return client
}
const compressing = { transports: ['websocket'] }

test('given clients by each transport, then they are counted by it until they leave', async () => {
  const clients = await Promise.all([connect(compressing), connect(compressing), connect({ transports: ['polling'] })])
  expect(server.counts().clients).toEqual({ websocket: 2, polling: 1 })
  for (const { socket } of clients) socket.disconnect()
  await expect.poll(() => server.counts().clients).toEqual({ websocket: 0, polling: 0 })
})

test('[P9] given three clients that compress, when revisions are sent, then each revision is compressed once', async () => {
  const clients = await Promise.all([connect(compressing), connect(compressing), connect(compressing)])
  for (const run of ['39.9', '39.8', '39.7']) await server.publish(list(run))
  await Promise.all(clients.map(settled))
  expect(server.counts()).toMatchObject({ revisions: 3, revisionDeflates: 3, deflates: 3 })
  // A heartbeat is too short to be compressed, and belongs to no revision.
  server.broadcastVersion()
  await Promise.all(clients.map(settled))
  expect(server.counts()).toMatchObject({ revisions: 3, revisionDeflates: 3, deflates: 3 })
})

test('given clients that do not compress, when a revision is sent, then it is counted and not compressed', async () => {
  const client = await connect({ transports: ['websocket'], perMessageDeflate: false })
  await server.publish(list('39.9'))
  await settled(client)
  expect(server.counts()).toMatchObject({ revisions: 1, revisionDeflates: 0, deflates: 0 })
})

test('given checks, then whole lists and catch-ups are counted, and answers without either are not', async () => {
  await server.publish(list('39.9'))
  const version = await server.publish(list('39.8'))
  const client = await connect(compressing)
  const { log } = server.log.current()
  client.check(0)
  client.check(version - 1, { log, catch_up: true })
  client.check(version, { log, catch_up: true })
  await settled(client)
  expect(server.counts()).toMatchObject({ lists: 1, catchUps: 1, conflations: 0 })
})

test('[P12] given a client that does not poll, then it is slow and versions behind until one answer has it all', async () => {
  const slow = await connectPolling(server.url)
  for (let run = 10; run < 50; run += 1) await server.publish(list(`39.${run}`))
  const { clients, slow: count, versionsBehind, conflations } = server.counts()
  expect([clients.polling, count, conflations]).toEqual([1, 1, 0])
  // 16 messages wait for it; the others do not.
  expect(versionsBehind).toBe(40 - 16)
  while (server.counts().slow > 0) await slow.poll()
  await expect.poll(() => server.counts()).toMatchObject({ slow: 0, versionsBehind: 0, conflations: 1 })
})

test('given a slow client that claims a version of another log or none, then it counts as slow and not as behind', async () => {
  const slow = await connectPolling(server.url)
  for (let run = 10; run < 30; run += 1) await server.publish(list(`39.${run}`))
  const { log } = server.log.current()
  for (const data of [{ version: 0, log }, { version: 1, log: 'another' }, { version: 1 }]) {
    const check = { source: 'browser', action: 'version_check', data }
    await slow.send(`42/live,${JSON.stringify(['version_check', check])}`)
    await expect.poll(() => server.counts().versionsBehind).toBe(0)
    expect(server.counts().slow).toBe(1)
  }
})
