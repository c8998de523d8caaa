import { setImmediate as turn } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Socket } from 'socket.io'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import type { Driver } from '../../../lib/record/driver.ts'
import { type ServerMessage, serverMessageSchema } from '../../../lib/sync/protocol.ts'
import { emptyReplica, type Replica, receiveAll, receiveUpdate } from '../../../lib/sync/replica.ts'
import { manualTime } from '../../../lib/time/manual-time.fixture.ts'
import {
  connectBare,
  countChecks,
  type LiveServer,
  openWebSocket,
  settledRaw,
  speakers,
  startLiveServer,
} from '../live.fixture.ts'
import { backlog } from './backlog.ts'
import { connectPolling } from './polling.fixture.ts'

let server: LiveServer

afterEach(() => server.stop())

/** A list of some 50 KB; a hundred of them fill the buffers of the kernel. */
function wide(revision: number): Driver[] {
  return Array.from({ length: 25 }, (_, index) => ({
    driver_name: `Driver ${index}`,
    runs: [`${revision}.${index}`],
    car: 'x'.repeat(2000),
  }))
}

interface RawClient {
  readonly received: ServerMessage[]
  readonly check: (data: object) => void
  readonly pause: () => void
  readonly resume: () => void
  readonly version: () => number
  readonly settled: () => Promise<void>
}

/** A bare WebSocket with hand-written socket.io packets, since a WebSocket can stop reading. */
async function connectRaw(): Promise<RawClient> {
  const socket = await openWebSocket(server.url)
  onTestFinished(() => socket.terminate())
  const received: ServerMessage[] = []
  let joined = () => {}
  const whenJoined = new Promise<void>((resolve) => {
    joined = resolve
  })
  socket.on('message', (packet) => {
    const text = String(packet)
    if (text === '2') socket.send('3')
    if (text.startsWith('40/live')) joined()
    if (text.startsWith('42/live,')) received.push(serverMessageSchema.parse(JSON.parse(text.slice(8))[1]))
  })
  socket.send('40/live,')
  await whenJoined
  return {
    received,
    check: (data) =>
      socket.send(`42/live,${JSON.stringify(['version_check', { source: 'browser', action: 'version_check', data }])}`),
    pause: () => socket.pause(),
    resume: () => socket.resume(),
    version: () =>
      received.reduce(
        (newest, one) => (one.action === 'problem' || one.action === 'desk' ? newest : one.data.version),
        0,
      ),
    settled: () => settledRaw(socket),
  }
}

/** The replica of a browser after these messages. Throws at a gap. */
function replicaOf(messages: readonly ServerMessage[]): Replica {
  return messages.reduce<Replica>((replica, message) => {
    if (message.action === 'all_drivers') return receiveAll(replica, message)
    if (message.action !== 'update_drivers') return replica
    const after = receiveUpdate(replica, message)
    if (after === 'gap') throw new Error(`a gap: ${replica.version}, then ${JSON.stringify(message).slice(0, 200)}`)
    return after
  }, emptyReplica)
}

function onlySocket(): Socket {
  const [socket, ...more] = server.namespace.sockets.values()
  if (!socket || more.length > 0) throw new Error('there is not one socket')
  return socket
}

const mostQueued = () => Math.max(...[...server.namespace.sockets.values()].map((socket) => backlog(socket).bytes))

/** Whether the object was garbage-collected. */
async function isCollected(reference: WeakRef<object>): Promise<boolean> {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  await turn()
  return reference.deref() === undefined
}

/** Publishes so many wide lists, and returns the largest backlog in bytes. */
async function publishMany(revisions: number): Promise<number> {
  let queued = 0
  for (let revision = 1; revision <= revisions; revision += 1) {
    await server.publish(wide(revision))
    // The sockets get a turn, as they have between two saves.
    await turn()
    queued = Math.max(queued, mostQueued())
  }
  return queued
}

/** The most bytes that may be queued: the limit and the message that exceeds it, with a margin for one more. */
const bound = 256 * 1024 + 2 * 60_000

describe.each(speakers)('given WebSockets with %s', (_speaker, settings) => {
  beforeEach(async () => {
    server = await startLiveServer(0, manualTime(), settings)
  })

  describe('[P12] a client that stops reading', () => {
    test.each([
      ['and can catch up', true, 'update_drivers'],
      ['and cannot catch up', false, 'all_drivers'],
    ])(
      '%s has a short queue, delays no other client, and gets one answer when it reads again',
      // 400 lists of 50 KB are sent, received and parsed.
      async (_what, catchUp, action) => {
        await server.publish(wide(0))
        const [slow, quick] = [await connectRaw(), await connectRaw()]
        for (const client of [slow, quick]) client.check(catchUp ? { version: 0, catch_up: true } : { version: 0 })
        await expect.poll(() => slow.version() > 0 && quick.version() > 0).toBe(true)
        slow.pause()
        const revisions = 400
        expect(await publishMany(revisions)).toBeLessThan(bound)
        const { version, drivers } = server.log.current()
        await expect.poll(quick.version).toBe(version)
        expect(quick.received.filter((one) => one.action === 'update_drivers')).toHaveLength(revisions)

        slow.resume()
        await expect.poll(slow.version).toBe(version)
        const lists = slow.received.filter((one) => one.action === 'all_drivers' || one.action === 'update_drivers')
        expect(lists.length).toBeLessThan(revisions)
        expect(lists.at(-1)?.action).toBe(action)
        // Only the one answer skips versions.
        const jumps = lists.filter(
          (one, index) => index > 0 && one.data.version - (lists[index - 1]?.data.version ?? 0) > 1,
        )
        expect(jumps).toHaveLength(1)
        const copy = replicaOf(slow.received)
        expect({ version: copy.version, drivers: new Map(copy.drivers) }).toEqual({ version, drivers })

        // After the answer it gets broadcasts again.
        await server.publish(wide(-1))
        await expect.poll(() => new Map(replicaOf(slow.received).drivers)).toEqual(server.log.current().drivers)
      },
    )

    test('and sends several checks gets one answer, to the last check', async () => {
      await server.publish(wide(0))
      const slow = await connectRaw()
      slow.check({ version: 0, catch_up: true })
      await expect.poll(slow.version).toBeGreaterThan(0)
      slow.pause()
      await publishMany(300)
      const checks = countChecks(onlySocket())
      for (const version of [1, 2, 3]) slow.check({ version, log: 'another', catch_up: true })
      await expect.poll(checks).toBe(3)
      await turn()
      expect(mostQueued()).toBeLessThan(bound)
      slow.resume()
      await expect.poll(slow.version).toBe(server.log.current().version)
      await slow.settled()
      expect(slow.received.filter((one) => one.action === 'all_drivers')).toHaveLength(2)
      expect(new Map(replicaOf(slow.received).drivers)).toEqual(server.log.current().drivers)
    })

    test('[P15] gets the newest of what the desk said meanwhile with that answer', async () => {
      await server.publish(wide(0))
      const slow = await connectRaw()
      slow.check({ version: 0, catch_up: true })
      await expect.poll(slow.version).toBeGreaterThan(0)
      slow.pause()
      await publishMany(300)
      for (const version of [7, 8, 9]) server.say({ version, screens: [] })
      await turn()
      slow.resume()
      const said = () => slow.received.flatMap((one) => (one.action === 'desk' ? [one.data.version] : []))
      await expect.poll(said).toEqual([9])
      await expect.poll(slow.version).toBe(server.log.current().version)
    })

    test('by polling is excluded and gets one answer in the same way', async () => {
      await server.publish(wide(0))
      const client = await connectBare(server.url, { transports: ['polling'] })
      onTestFinished(() => void client.socket.disconnect())
      client.check(0, { catch_up: true, log: server.log.current().log })
      await expect.poll(() => client.actions()).toEqual(['all_drivers'])
      // Without setImmediate in between, so that no poll of the client is answered.
      for (let revision = 1; revision <= 100; revision += 1) await server.publish(wide(revision))
      expect(mostQueued()).toBeLessThan(bound)
      const messages = () => client.received.map(({ envelope }) => serverMessageSchema.parse(envelope))
      await expect.poll(() => replicaOf(messages()).version).toBe(server.log.current().version)
      expect(new Map(replicaOf(messages()).drivers)).toEqual(server.log.current().drivers)
      expect(client.actions().length).toBeLessThan(60)
    })

    test('and reads again gets broadcasts again while another client still does not read', async () => {
      await server.publish(wide(0))
      const [one, other] = [await connectRaw(), await connectRaw()]
      for (const client of [one, other]) {
        client.check({ version: 0, catch_up: true })
        await expect.poll(client.version).toBeGreaterThan(0)
        client.pause()
      }
      await publishMany(300)
      one.resume()
      await expect.poll(one.version).toBe(server.log.current().version)
      const version = await server.publish(wide(-1))
      await expect.poll(one.version).toBe(version)
      other.resume()
      await expect.poll(other.version).toBe(version)
      expect(new Map(replicaOf(one.received).drivers)).toEqual(server.log.current().drivers)
    })

    test('and disconnects is garbage-collected', async () => {
      const client = await connectPolling(server.url)
      for (let revision = 1; revision <= 100; revision += 1) await server.publish(wide(revision))
      const gone = new WeakRef([...server.namespace.sockets.values()][0] ?? {})
      expect(mostQueued()).toBeGreaterThan(256 * 1024)
      await client.send('1')
      await expect.poll(() => server.namespace.sockets.size).toBe(0)
      await expect.poll(() => isCollected(gone)).toBe(true)
    })

    test('gets no heartbeats until it reads again', async () => {
      await server.publish(wide(0))
      const slow = await connectRaw()
      slow.check({ version: 0, catch_up: true })
      await expect.poll(slow.version).toBeGreaterThan(0)
      slow.pause()
      await publishMany(300)
      for (let beat = 0; beat < 3000; beat += 1) server.broadcastVersion()
      expect(mostQueued()).toBeLessThan(bound)
      slow.resume()
      await expect.poll(slow.version).toBe(server.log.current().version)
    })

    test('and asks five times for a large list has only one of them queued', async () => {
      const large = Array.from({ length: 4000 }, (_, index) => ({
        driver_name: `Driver ${index}`,
        car: 'x'.repeat(2000),
      }))
      await server.publish(large)
      const size = JSON.stringify(large).length
      const slow = await connectRaw()
      slow.pause()
      slow.check({ version: 0 })
      await expect.poll(mostQueued).toBeGreaterThan(0)
      const checks = countChecks(onlySocket())
      for (let time = 0; time < 4; time += 1) slow.check({ version: 0 })
      await expect.poll(checks).toBe(4)
      await turn()
      expect(mostQueued()).toBeLessThan(1.5 * size)
      slow.resume()
      await slow.settled()
      expect(slow.received).toHaveLength(2)
    })

    test('and takes a long list slowly gets what was published meanwhile as soon as it has taken it', async () => {
      const large = Array.from({ length: 4000 }, (_, index) => ({ driver_name: `${index}`, car: 'x'.repeat(2000) }))
      await server.publish(large)
      const slow = await connectRaw()
      slow.pause()
      slow.check({ version: 0, catch_up: true })
      await expect.poll(mostQueued).toBeGreaterThan(256 * 1024)
      const version = await server.publish(large.slice(1))
      slow.resume()
      // Long before the next ping.
      await expect.poll(slow.version).toBe(version)
    })

    test('and asks again while its answer is made gets one answer, to the newer check', async () => {
      await server.publish(wide(0))
      const slow = await connectRaw()
      slow.check({ version: 0, catch_up: true, log: server.log.current().log })
      await expect.poll(slow.version).toBeGreaterThan(0)
      slow.pause()
      await publishMany(300)
      const since = server.log.since
      let release = () => {}
      const released = new Promise<void>((resolve) => {
        release = resolve
      })
      let reads = 0
      const slowly = async (...position: Parameters<typeof since>) => {
        const missed = await since(...position)
        reads += 1
        await released
        return missed
      }
      Object.assign(server.log, { since: slowly })
      const checks = countChecks(onlySocket())
      slow.resume()
      await expect.poll(() => reads).toBe(1)
      slow.check({ version: 0, catch_up: true })
      await expect.poll(checks).toBe(1)
      release()
      await expect.poll(slow.version).toBe(server.log.current().version)
      await slow.settled()
      const answers = slow.received.filter((one, index) => {
        return (
          one.action === 'all_drivers' || (one.action === 'update_drivers' && one.data.from !== undefined && index > 0)
        )
      })
      expect(answers.map(({ action }) => action)).toEqual(['all_drivers', 'all_drivers'])
    })
  })
})
