import { beforeEach, describe, expect, test } from 'vitest'
import { byName, type Driver } from '../../lib/record/driver.ts'
import { defaultEvent, type Event } from '../../lib/record/event.ts'
import type { HeldList } from '../../lib/server-api/pipeline-state.ts'
import { LogError } from '../log/log-error.ts'
import { openMemoryRevisionLog } from '../log/memory-revision-log.ts'
import type { RevisionLog } from '../log/revision-log.ts'
import { defaultLossGuard } from './loss-guard.ts'
import type { Outcome } from './publish-state.ts'
import { type LogPublishing, publishToLog } from './publish-to-log.ts'
import type { EventRead, ListRead } from './render/pass-result.ts'

const { guardTime, settleTime } = defaultLossGuard

let now: number
let log: RevisionLog
let publishing: LogPublishing

beforeEach(async () => {
  now = 1_700_000_000_000
  log = await openMemoryRevisionLog({ now: () => now, warn: () => {} })
  publishing = publishToLog('data', log, defaultLossGuard, () => now)
})

const drivers = (count: number, run = '40.1'): Driver[] =>
  Array.from({ length: count }, (_, index) => ({ driver_name: `Driver ${index}`, runs: [run] }))

function rendered(list: readonly Driver[], unterminated: readonly string[] = []): ListRead {
  return { kind: 'rendered', text: list.map((one) => JSON.stringify(one)).join('\n'), warnings: [], unterminated }
}

const unusable: ListRead = {
  kind: 'rejected',
  problem: { code: 'half_written', message: 'It is being written.', hint: 'Wait.' },
}

interface PassEnd {
  readonly outcome: Outcome
  readonly held: HeldList | undefined
}

/** One pass over a list and an event, from a file that was written at a time, Unix ms. */
async function passOver(list: ListRead, event: EventRead, writtenAt: number): Promise<PassEnd> {
  const files = [{ path: 'live.rgg', modified_at: writtenAt, size: 9 }]
  const { outcome } = await publishing.publish(now, { kind: 'read', list, event, files })
  return { outcome, held: publishing.pipeline().held }
}

/** One pass over files that were written an hour ago, unless given. */
function pass(list: ListRead, event: Event = defaultEvent('Spring'), writtenAt = now - 3_600_000): Promise<PassEnd> {
  return passOver(list, { kind: 'read', event }, writtenAt)
}

const names = () => [...log.current().drivers.keys()]

describe('a pass', () => {
  test('[P4] over a list that is published makes no version', async () => {
    await pass(rendered(drivers(3)))
    const before = log.current()
    expect(await pass(rendered(drivers(3).reverse()))).toMatchObject({ outcome: { kind: 'unchanged' } })
    expect(log.current()).toBe(before)
  })

  test('over a list that cannot be used keeps the published list and publishes the event', async () => {
    await pass(rendered(drivers(3)))
    const { outcome } = await pass(unusable, defaultEvent('Autumn'))
    expect(outcome).toMatchObject({ kind: 'rejected', problem: { code: 'half_written' } })
    expect(names()).toHaveLength(3)
    expect(log.current().event?.title).toBe('Autumn')
  })

  test('over an event that cannot be used keeps the published event and publishes the list', async () => {
    await pass(rendered(drivers(3)))
    const problem = { code: 'event_file', message: 'A line too many.', hint: 'Delete it.' }
    await passOver(rendered(drivers(4)), { kind: 'rejected', problem }, now)
    expect(names()).toHaveLength(4)
    expect(log.current().event?.title).toBe('Spring')
  })

  test('publishes no total that a template gave only for the source checks', async () => {
    await pass(rendered([{ driver_name: 'Ann', runs: ['40.1'], published_total: '40.1' }]))
    expect(log.current().drivers).toEqual(byName([{ driver_name: 'Ann', runs: ['40.1'] }]))
  })
})

describe('an event that changed', () => {
  test('is a revision without changes of drivers', async () => {
    await pass(rendered(drivers(3)))
    const { outcome } = await pass(rendered(drivers(3)), defaultEvent('Autumn'))
    expect(outcome).toMatchObject({ kind: 'published', changes: { create: [], update: [], destroy: [] } })
    expect(log.current().event?.title).toBe('Autumn')
  })
})

describe('the log', () => {
  test('[L2] with a newer version of another writer is brought from there to the list of the files', async () => {
    await pass(rendered(drivers(2)))
    const { append } = log
    let others = [{ driver_name: 'Somebody Else' }]
    Object.assign(log, {
      append: async (...[version, draft]: Parameters<typeof append>) => {
        const changes = { create: [], update: others, destroy: ['Driver 0'] }
        others = []
        if (changes.update.length > 0) await append(version, { ...draft, changes })
        return append(version, draft)
      },
    })
    const { outcome } = await pass(rendered(drivers(3)))
    expect(outcome).toMatchObject({ kind: 'published', version: log.current().version })
    expect(log.current().drivers).toEqual(byName(drivers(3)))
  })

  test('[P3] that cannot be written is a problem, and the list is published when it can be written', async () => {
    const { append } = log
    Object.assign(log, { append: () => Promise.reject(new LogError('log_unwritable', 'no room')) })
    expect((await pass(rendered(drivers(3)))).outcome).toMatchObject({
      kind: 'rejected',
      problem: { code: 'log_unwritable', message: expect.stringContaining('no room') },
    })
    Object.assign(log, { append })
    expect((await pass(rendered(drivers(3)))).outcome.kind).toBe('published')
    expect(names()).toHaveLength(3)
  })

  test('that throws is an internal problem, and the next pass publishes', async () => {
    const { current } = log
    Object.assign(log, {
      current: () => {
        throw new Error('a fault of ours')
      },
    })
    expect((await pass(rendered(drivers(3)))).outcome).toMatchObject({
      kind: 'rejected',
      problem: { code: 'internal', message: expect.stringContaining('a fault of ours') },
    })
    Object.assign(log, { current })
    expect((await pass(rendered(drivers(3)))).outcome.kind).toBe('published')
  })
})

describe('a list that is held', () => {
  test('is not published, and its event is', async () => {
    await pass(rendered(drivers(20)))
    const { outcome, held } = await pass(rendered(drivers(5)), defaultEvent('Autumn'))
    expect([outcome.kind, held?.reason]).toEqual(['held', 'many_lost'])
    expect(names()).toHaveLength(20)
    expect(log.current().event?.title).toBe('Autumn')
  })

  test('for many losses stays held while its files cannot be used for a moment', async () => {
    await pass(rendered(drivers(20)))
    await pass(rendered(drivers(5)))
    now += guardTime - 1
    expect((await pass(unusable)).held?.reason).toBe('many_lost')
    now += 1
    expect((await pass(rendered(drivers(5)))).outcome.kind).toBe('published')
  })

  test('for a few losses starts its time again after files that could not be used', async () => {
    await pass(rendered(drivers(20)))
    await pass(rendered(drivers(19)))
    now += settleTime
    expect((await pass(unusable)).held).toBeUndefined()
    expect((await pass(rendered(drivers(19)))).outcome.kind).toBe('held')
  })
})

describe('files without a last newline', () => {
  const files = ['live.rgg']

  test('do not hold a list that is unchanged, nor any list after one was published', async () => {
    await pass(rendered(drivers(3)))
    expect((await pass(rendered(drivers(3), files))).outcome.kind).toBe('unchanged')
    expect((await pass(rendered(drivers(3, '39.9'), files))).outcome.kind).toBe('published')
  })

  test('hold the next list when only the last newline went, and just now', async () => {
    await pass(rendered(drivers(3)))
    await pass(rendered(drivers(3), files), defaultEvent('Spring'), now)
    expect((await pass(rendered(drivers(3, '39.9'), files))).held?.reason).toBe('maybe_half_written')
  })

  test('hold a list for the guard time, and no list after it', async () => {
    await pass(rendered(drivers(3)))
    for (let look = 0; look < 3; look += 1) {
      const { held } = await pass(rendered(drivers(3, '39.9'), files))
      expect(held?.reason).toBe('maybe_half_written')
    }
    now += guardTime
    expect((await pass(rendered(drivers(3, '39.9'), files))).outcome.kind).toBe('published')
    expect((await pass(rendered(drivers(3, '39.8'), files))).outcome.kind).toBe('published')
  })
})

describe('a release', () => {
  const nobody = rendered([])
  const release = async () => publishing.release((await pass(nobody)).held?.id ?? '')

  test('publishes the held list with its id only', async () => {
    expect(publishing.release('any')).toBe('nothing_held')
    await pass(rendered(drivers(3)))
    const { held } = await pass(nobody)
    expect(publishing.release('another')).toBe('changed')
    expect((await pass(nobody)).outcome.kind).toBe('held')
    expect(publishing.release(held?.id ?? '')).toBe('releasing')
    expect((await pass(nobody)).outcome.kind).toBe('published')
    expect(names()).toEqual([])
  })

  test('publishes in the first pass that can read the files', async () => {
    await pass(rendered(drivers(3)))
    expect(await release()).toBe('releasing')
    expect((await pass(unusable)).outcome.kind).toBe('rejected')
    expect((await pass(nobody)).outcome.kind).toBe('published')
  })

  test('is used once: the same loss is held again later', async () => {
    await pass(rendered(drivers(3)))
    await release()
    await pass(nobody)
    await pass(rendered(drivers(3)))
    expect((await pass(nobody)).outcome.kind).toBe('held')
  })

  test('is dropped when another list is published first', async () => {
    await pass(rendered(drivers(3)))
    await release()
    await pass(rendered(drivers(3, '39.9')))
    expect((await pass(nobody)).outcome.kind).toBe('held')
  })
})
