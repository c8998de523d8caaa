import { describe, expect, onTestFinished, test } from 'vitest'
import { createBenchmarkEvent } from '../event/benchmark-event.ts'
import type { Peer, StartPeer } from '../peers/peer.ts'
import { peerNames } from '../peers/peer-names.ts'
import { startPeer } from '../peers/start-peer.ts'
import { type Crowd, createCrowd, type Expected } from './crowd.ts'
import { openClient } from './open-client.ts'

const size = 30

interface Scene {
  readonly crowd: Crowd
  readonly expected: () => Expected
  publish(): void
}

async function begin(name: (typeof peerNames)[number], start: StartPeer = startPeer[name]): Promise<Scene> {
  const event = createBenchmarkEvent(size)
  const peer: Peer = await start({ version: event.revision, drivers: event.drivers })
  const crowd = createCrowd(peer.port, openClient[name])
  onTestFinished(() => crowd.drop())
  return {
    crowd,
    expected: () => ({ version: event.revision(), ...event.truth() }),
    publish: () => peer.publish(event.next(3)),
  }
}

describe.each(peerNames)('%s', (name) => {
  test('given clients that connect, when revisions follow, then all clients have the list of the newest one', async () => {
    const { crowd, expected, publish } = await begin(name)
    const first = await crowd.connect(3, 1)
    expect(first.bytes).toBeGreaterThan(500)
    expect(crowd.wrong(expected())).toEqual([])
    crowd.startWindow()
    for (let revision = 0; revision < 3; revision += 1) publish()
    await crowd.reach(4)
    expect(crowd.wrong(expected())).toEqual([])
    const stamps = [2, 3, 4].map((version): [number, number] => [version, 0])
    expect(crowd.window(stamps)).toMatchObject({ latencies: { count: 9 } })
    expect(crowd.window(stamps).bytes).toBeGreaterThan(300)
  })

  test('given clients that were dropped, when they connect with a stale version, then they get what they missed', async () => {
    const { crowd, expected, publish } = await begin(name)
    await crowd.connect(2, 1)
    crowd.drop()
    publish()
    publish()
    await crowd.connect(2, 3)
    expect(crowd.wrong(expected())).toEqual([])
  })
})

test('given a client that is paused, when revisions follow, then it gets them only after it was resumed', async () => {
  const { crowd, expected, publish } = await begin('raw ws')
  await crowd.connect(3, 1)
  crowd.pause(1)
  crowd.startWindow()
  publish()
  await crowd.reach(2)
  expect(crowd.window([[2, 0]])).toMatchObject({ latencies: { count: 2 } })
  expect(crowd.wrong(expected())).toEqual([expect.stringContaining('1 clients have version 1')])
  crowd.resume()
  await crowd.reach(2)
  expect(crowd.wrong(expected())).toEqual([])
})

test('given a server that leaves a revision out, then the crowd fails with what was missed', async () => {
  const { crowd, publish } = await begin('raw ws', async (list) => {
    const peer = await startPeer['raw ws'](list)
    return { ...peer, publish: (update) => list.version() !== 3 && peer.publish(update) }
  })
  await crowd.connect(2, 1)
  for (let revision = 0; revision < 3; revision += 1) publish()
  await expect(crowd.reach(4)).rejects.toThrow('a client with version 2 missed what came before version 4')
})

test('given a server that sends another record than it has, then every client is reported', async () => {
  const { crowd, expected, publish } = await begin('socket.io', async (list) => {
    const peer = await startPeer['socket.io'](list)
    return { ...peer, publish: (update) => peer.publish(update.map((driver) => ({ ...driver, car: 'a bicycle' }))) }
  })
  await crowd.connect(2, 1)
  publish()
  await crowd.reach(2)
  expect(crowd.wrong(expected())).toEqual([expect.stringMatching(/^2 clients have version 2 with 30 drivers/)])
})

test('given nobody who listens, when clients connect, then the crowd fails with the reason', async () => {
  const crowd = createCrowd(1, openClient['raw ws'])
  await expect(crowd.connect(1, 1)).rejects.toThrow('ECONNREFUSED')
})
