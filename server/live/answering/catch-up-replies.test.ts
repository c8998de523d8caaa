import { beforeEach, describe, expect, test } from 'vitest'
import { diffDrivers } from '../../../lib/list/diff.ts'
import { byName, type Driver } from '../../../lib/record/driver.ts'
import { openMemoryRevisionLog } from '../../log/memory-revision-log.ts'
import type { RevisionLog } from '../../log/revision-log.ts'
import { type CatchUpReplies, createCatchUpReplies } from './catch-up-replies.ts'
import { createListMessages } from './messages.ts'

let log: RevisionLog
let replyTo: CatchUpReplies

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

const replyAt = (version: number, more: object = {}) =>
  replyTo({ version, log: log.current().log, catch_up: true, ...more })

beforeEach(async () => {
  log = await openMemoryRevisionLog({ now: Date.now, warn: () => {} })
  replyTo = createCatchUpReplies(log, createListMessages())
})

describe('[P9] catch-up replies', () => {
  test('to equal checks are one object until a new revision is published', async () => {
    const first = await publish(ann, bob)
    await publish(ann, bob, cid)
    const [update, list] = [await replyAt(first), await replyAt(0)]
    expect(update.message?.action).toBe('update_drivers')
    expect((await replyAt(first)).message).toBe(update.message)
    expect(list.message?.action).toBe('all_drivers')
    expect((await replyAt(0)).message).toBe(list.message)
    expect((await replyAt(first, { catch_up: undefined })).message).toBe(list.message)

    const newest = await publish(bob, cid)
    const later = await replyAt(first)
    expect(later).toMatchObject({ version: newest, message: { data: { version: newest, from: first } } })
    expect((await replyAt(0)).message).toMatchObject({ data: { version: newest, drivers: [bob, cid] } })
  })

  test('to a check with another log or without one are the whole list', async () => {
    const first = await publish(ann, bob)
    await publish(ann, bob, cid)
    await replyAt(first)
    expect((await replyAt(first, { log: 'another' })).message?.action).toBe('all_drivers')
    expect((await replyAt(first, { log: undefined })).message?.action).toBe('all_drivers')
  })

  test('are the whole list when it has fewer records than the changes', async () => {
    const first = await publish(ann, bob, cid)
    const version = await publish(ann)
    expect(await replyAt(first)).toMatchObject({ version, message: { action: 'all_drivers' } })
  })

  test('to equal checks cost one look into the log, whichever message is the shorter', async () => {
    const first = await publish(ann, bob, cid)
    const second = await publish(ann, bob)
    await publish(ann)
    const since = log.since
    let looks = 0
    Object.assign(log, {
      since: (...position: Parameters<typeof since>) => {
        looks += 1
        return since(...position)
      },
    })
    for (let times = 0; times < 5; times += 1) {
      expect((await replyAt(first)).message?.action).toBe('all_drivers')
      expect((await replyAt(second)).message?.action).toBe('update_drivers')
    }
    expect(looks).toBe(2)
  })

  test('to a check at the newest version have no message', async () => {
    const version = await publish(ann)
    expect(await replyAt(version)).toEqual({ version, message: undefined })
  })
})
