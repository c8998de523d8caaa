import { beforeEach, describe, expect, test } from 'vitest'
import { type ManualTime, manualTime } from '../../../lib/time/manual-time.fixture.ts'
import { openMemoryRevisionLog } from '../../log/memory-revision-log.ts'
import type { RevisionLog } from '../../log/revision-log.ts'
import { createVersionMessages } from './version-messages.ts'

let time: ManualTime
let log: RevisionLog
let versionOf: ReturnType<typeof createVersionMessages>

beforeEach(async () => {
  time = manualTime()
  log = await openMemoryRevisionLog({ now: time.now, warn: () => {} })
  versionOf = createVersionMessages(time.now)
})

describe('[P8] given the message of a version', () => {
  test('when less than a second has passed, then it is the same object, and afterwards one with the new clock', async () => {
    const first = versionOf(log.current(), { source_at: 5 })
    await time.pass(999)
    expect(versionOf(log.current(), { source_at: 5 })).toBe(first)
    await time.pass(1)
    const second = versionOf(log.current(), { source_at: 5 })
    expect(second.data).toEqual({ ...first.data, now: first.data.now + 1000 })
  })

  test('when a revision is published, then there is a message of the new version at once', async () => {
    const before = log.current()
    versionOf(before, {})
    const changes = { create: ['Ann'], update: [{ driver_name: 'Ann' }], destroy: [] }
    await log.append(before.version, { at: 7, sourceAt: undefined, changes, event: undefined })
    expect(versionOf(log.current(), {}).data).toMatchObject({ version: before.version + 1, at: 7 })
  })

  test.each([
    ['the file was written', { source_at: 6 }],
    ['the publisher stalled', { source_at: 5, stalled_since: 8 }],
  ])('when %s, then there is a message that says so at once', (_what, files) => {
    versionOf(log.current(), { source_at: 5 })
    expect(versionOf(log.current(), files).data).toMatchObject(files)
  })

  test('when the reason of the stall becomes a held list, then there is a message that says so at once', () => {
    versionOf(log.current(), { stalled_since: 8 })
    const lost = { lost: ['Ann'], emptied: [], shown: 9, found: 8, since: 8 }
    const held = { id: 'a', reason: 'many_lost', ...lost } as const
    expect(versionOf(log.current(), { stalled_since: 8, held }).data).toMatchObject({ stalled_since: 8, held: true })
    expect(versionOf(log.current(), { held }).data.held).toBeUndefined()
  })

  test('when the publisher has recovered, then there is a message without the stall at once', () => {
    versionOf(log.current(), { stalled_since: 8 })
    expect(versionOf(log.current(), {}).data.stalled_since).toBeUndefined()
  })

  test('when the clock was set back, then there is a message with that clock', () => {
    versionOf(log.current(), {})
    time.jump(-3_600_000)
    expect(versionOf(log.current(), {}).data.now).toBe(time.now())
  })
})
