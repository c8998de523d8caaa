import { beforeEach, describe, expect, test } from 'vitest'
import { byName } from '../../lib/record/driver.ts'
import { defaultEvent } from '../../lib/record/event.ts'
import { LogError } from '../log/log-error.ts'
import { drivers, type LogPasses, logPasses, rendered, unusable } from './log-passes.fixture.ts'
import { defaultLossGuard } from './loss-guard.ts'
import { publishToLog } from './publish-to-log.ts'

let paddock: LogPasses

beforeEach(async () => {
  paddock = await logPasses()
})

describe('a pass into the log', () => {
  test('[P4] over the published list in another order makes no version', async () => {
    await paddock.pass(rendered(drivers(3)))
    const before = paddock.log.current()
    expect(await paddock.pass(rendered(drivers(3).reverse()))).toMatchObject({ outcome: { kind: 'unchanged' } })
    expect(paddock.log.current()).toBe(before)
  })

  test('over an unusable list keeps the published list and publishes the event', async () => {
    await paddock.pass(rendered(drivers(3)))
    const { outcome } = await paddock.pass(unusable, defaultEvent('Autumn'))
    expect(outcome).toMatchObject({ kind: 'rejected', problem: { code: 'half_written' } })
    expect(paddock.names()).toHaveLength(3)
    expect(paddock.log.current().event?.title).toBe('Autumn')
  })

  test('over an unusable event keeps the published event and publishes the list', async () => {
    await paddock.pass(rendered(drivers(3)))
    const problem = { code: 'event_file', message: 'A line too many.', hint: 'Delete it.' }
    await paddock.pass(rendered(drivers(4)), { kind: 'rejected', problem }, 0)
    expect(paddock.names()).toHaveLength(4)
    expect(paddock.log.current().event?.title).toBe('Spring')
  })

  test('publishes no published_total, which is only for the source checks', async () => {
    await paddock.pass(rendered([{ driver_name: 'Ann', runs: ['40.1'], published_total: '40.1' }]))
    expect(paddock.log.current().drivers).toEqual(byName([{ driver_name: 'Ann', runs: ['40.1'] }]))
  })
})

test.each([
  ['internal', 'internal', 'fault of Paddock'],
  ['template_timeout', 'template_timeout', 'Mend the template'],
])('a process that ended as %s keeps the list, and the problem says what to do', async (code, shown, hint) => {
  await paddock.pass(rendered(drivers(3)))
  const publishing = publishToLog('data', paddock.log, defaultLossGuard, () => 1)
  const { outcome } = await publishing.pass(1, async () => ({ kind: 'ended', code, message: 'it ended' }))
  expect(outcome).toMatchObject({ kind: 'rejected', problem: { code: shown, hint: expect.stringContaining(hint) } })
  expect(paddock.names()).toHaveLength(3)
})

describe('a changed event', () => {
  test('with the same list is a revision without changes of drivers', async () => {
    await paddock.pass(rendered(drivers(3)))
    const { outcome } = await paddock.pass(rendered(drivers(3)), defaultEvent('Autumn'))
    expect(outcome).toMatchObject({ kind: 'published', changes: { create: [], update: [], destroy: [] } })
    expect(paddock.log.current().event?.title).toBe('Autumn')
  })
})

describe('a log', () => {
  test('[L2] with a newer version of another writer is changed from that version to the list of the files', async () => {
    await paddock.pass(rendered(drivers(2)))
    const { append } = paddock.log
    let foreign = [{ driver_name: 'Somebody Else' }]
    Object.assign(paddock.log, {
      append: async (...[version, draft]: Parameters<typeof append>) => {
        const changes = { create: [], update: foreign, destroy: ['Driver 0'] }
        foreign = []
        if (changes.update.length > 0) await append(version, { ...draft, changes })
        return append(version, draft)
      },
    })
    const { outcome } = await paddock.pass(rendered(drivers(3)))
    expect(outcome).toMatchObject({ kind: 'published', version: paddock.log.current().version })
    expect(paddock.log.current().drivers).toEqual(byName(drivers(3)))
  })

  test('[P3] that cannot be written is a problem, and the next pass publishes once it can', async () => {
    const { append } = paddock.log
    Object.assign(paddock.log, { append: () => Promise.reject(new LogError('log_unwritable', 'no room')) })
    expect((await paddock.pass(rendered(drivers(3)))).outcome).toMatchObject({
      kind: 'rejected',
      problem: { code: 'log_unwritable', message: expect.stringContaining('no room') },
    })
    Object.assign(paddock.log, { append })
    expect((await paddock.pass(rendered(drivers(3)))).outcome.kind).toBe('published')
    expect(paddock.names()).toHaveLength(3)
  })

  test('that throws is an internal problem, and the next pass publishes', async () => {
    const { current } = paddock.log
    Object.assign(paddock.log, {
      current: () => {
        throw new Error('a fault of ours')
      },
    })
    expect((await paddock.pass(rendered(drivers(3)))).outcome).toMatchObject({
      kind: 'rejected',
      problem: { code: 'internal', message: expect.stringContaining('a fault of ours') },
    })
    Object.assign(paddock.log, { current })
    expect((await paddock.pass(rendered(drivers(3)))).outcome.kind).toBe('published')
  })
})
