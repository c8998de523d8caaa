import { beforeEach, describe, expect, test } from 'vitest'
import { diffDrivers } from '../../../lib/list/diff.ts'
import { byName, type Driver } from '../../../lib/record/driver.ts'
import { openMemoryRevisionLog } from '../../log/memory-revision-log.ts'
import type { RevisionLog } from '../../log/revision-log.ts'
import { encodeOnce } from '../sending/encode-once.ts'
import { type Answers, createCatchUpReplies } from './catch-up-replies.ts'
import { createListMessages } from './messages.ts'

let log: RevisionLog
let answers: Answers

const [ann, bob, cid] = ['Ann', 'Bob', 'Cid'].map((driver_name): Driver => ({ driver_name })) as [
  Driver,
  Driver,
  Driver,
]

async function publish(...drivers: Driver[]): Promise<number> {
  const { version, drivers: before } = log.current()
  const changes = diffDrivers(before, byName(drivers))
  await log.append(version, { at: 1, sourceAt: undefined, changes, event: undefined })
  return version + 1
}

const told = (version: number, more: object = {}) =>
  answers({ version, log: log.current().log, catch_up: true, ...more })

beforeEach(async () => {
  log = await openMemoryRevisionLog({ now: Date.now, warn: () => {} })
  answers = createCatchUpReplies(log, createListMessages())
})

describe('[P9] answers', () => {
  test('to the same question are one object, until the list moves on', async () => {
    const first = await publish(ann, bob)
    await publish(ann, bob, cid)
    const [update, list] = [await told(first), await told(0)]
    expect(update.message?.action).toBe('update_drivers')
    expect((await told(first)).message).toBe(update.message)
    expect(list.message?.action).toBe('all_drivers')
    expect((await told(0)).message).toBe(list.message)
    expect((await told(first, { catch_up: undefined })).message).toBe(list.message)

    const newest = await publish(bob, cid)
    const later = await told(first)
    expect(later).toMatchObject({ version: newest, message: { data: { version: newest, from: first } } })
    expect((await told(0)).message).toMatchObject({ data: { version: newest, drivers: [bob, cid] } })
  })

  test('of one log are not given to readers of another', async () => {
    const first = await publish(ann, bob)
    await publish(ann, bob, cid)
    await told(first)
    expect((await told(first, { log: 'another' })).message?.action).toBe('all_drivers')
    expect((await told(first, { log: undefined })).message?.action).toBe('all_drivers')
  })

  test('are the list when it is shorter than the changes', async () => {
    const first = await publish(ann, bob, cid)
    const version = await publish(ann)
    expect(await told(first)).toMatchObject({ version, message: { action: 'all_drivers' } })
  })

  test('to those who have the newest are none', async () => {
    const version = await publish(ann)
    expect(await told(version)).toEqual({ version, message: undefined })
  })
})

describe('[P9] encoding', () => {
  const encoder = new encodeOnce.Encoder()
  const packet = (message: unknown, nsp = '/live') => ({ type: 2, nsp, data: ['all_drivers', message] })

  test('happens once for one message of one namespace, and is socket.io’s own', () => {
    const message = { data: { version: 1 } }
    const encoded = encoder.encode(packet(message))
    expect(encoded).toEqual(['2/live,["all_drivers",{"data":{"version":1}}]'])
    expect(encoder.encode(packet(message))).toBe(encoded)
    expect(encoder.encode(packet(message, '/admin'))).toEqual(['2/admin,["all_drivers",{"data":{"version":1}}]'])
    expect(encoder.encode(packet({ data: { version: 1 } }))).not.toBe(encoded)
  })

  test('of anything else is left to socket.io', () => {
    const shared = { sid: 'x' }
    expect(encoder.encode({ type: 0, nsp: '/live', data: shared })).toEqual(['0/live,{"sid":"x"}'])
    for (const id of [7, 8]) {
      const encoded = encoder.encode({ type: 2, nsp: '/live', id, data: ['a', shared] })
      expect(encoded).toEqual([`2/live,${id}["a",{"sid":"x"}]`])
    }
    for (const more of ['b', 'c']) {
      const encoded = encoder.encode({ type: 2, nsp: '/live', data: ['a', shared, more] })
      expect(encoded).toEqual([`2/live,["a",{"sid":"x"},"${more}"]`])
    }
    expect(encoder.encode(packet('text'))).toEqual(['2/live,["all_drivers","text"]'])
  })
})
