import { beforeEach, describe, expect, test } from 'vitest'
import type { Driver } from '../../lib/record/driver.ts'
import { defaultEvent } from '../../lib/record/event.ts'
import { drivers, type LogPasses, logPasses, rendered, unusable } from './log-passes.fixture.ts'
import { defaultLossGuard } from './loss-guard.ts'

let paddock: LogPasses

beforeEach(async () => {
  paddock = await logPasses()
})

const { guardTime, settleTime } = defaultLossGuard

describe('a held list', () => {
  test('is not published, but its event is', async () => {
    await paddock.pass(rendered(drivers(20)))
    const { outcome, held } = await paddock.pass(rendered(drivers(5)), defaultEvent('Autumn'))
    expect([outcome.kind, held?.reason]).toEqual(['held', 'many_lost'])
    expect(paddock.names()).toHaveLength(20)
    expect(paddock.log.current().event?.title).toBe('Autumn')
  })

  test.each([
    ['class', (driver: Driver) => ({ ...driver, class: '' })],
    ['number', ({ number: _gone, ...driver }: Driver) => driver],
    ['runs', (driver: Driver) => ({ ...driver, runs: ['', ''] })],
  ])('because many drivers lose their %s is published after the guard time', async (_part, without) => {
    const list = drivers(20).map((driver) => ({ ...driver, class: 'SS', number: '1' }))
    await paddock.pass(rendered(list))
    const emptied = list.map((driver, index) => (index < 7 ? without(driver) : driver))
    const { held } = await paddock.pass(rendered(emptied))
    expect(held).toMatchObject({
      reason: 'many_emptied',
      lost: [],
      emptied: emptied.slice(0, 7).map((one) => one.driver_name),
    })
    paddock.wait(guardTime)
    expect((await paddock.pass(rendered(emptied))).outcome.kind).toBe('published')
  })

  test('with many losses stays held while its files are unusable for a moment', async () => {
    await paddock.pass(rendered(drivers(20)))
    await paddock.pass(rendered(drivers(5)))
    paddock.wait(guardTime - 1)
    expect((await paddock.pass(unusable)).held?.reason).toBe('many_lost')
    paddock.wait(1)
    expect((await paddock.pass(rendered(drivers(5)))).outcome.kind).toBe('published')
  })

  test('with few losses is held for the whole settle time again after unusable files', async () => {
    await paddock.pass(rendered(drivers(20)))
    await paddock.pass(rendered(drivers(19)))
    paddock.wait(settleTime)
    expect((await paddock.pass(unusable)).held).toBeUndefined()
    expect((await paddock.pass(rendered(drivers(19)))).outcome.kind).toBe('held')
  })
})

describe('files without a last newline', () => {
  const files = ['live.rgg']

  test('hold neither an unchanged list nor the lists after it', async () => {
    await paddock.pass(rendered(drivers(3)))
    expect((await paddock.pass(rendered(drivers(3), files))).outcome.kind).toBe('unchanged')
    expect((await paddock.pass(rendered(drivers(3, '39.9'), files))).outcome.kind).toBe('published')
  })

  test('hold the next list when an unchanged list has just lost its last newline', async () => {
    await paddock.pass(rendered(drivers(3)))
    await paddock.pass(rendered(drivers(3), files), defaultEvent('Spring'), 0)
    expect((await paddock.pass(rendered(drivers(3, '39.9'), files))).held?.reason).toBe('maybe_half_written')
  })

  test('hold a changed list for the guard time, and no list after it', async () => {
    await paddock.pass(rendered(drivers(3)))
    for (let look = 0; look < 3; look += 1) {
      const { held } = await paddock.pass(rendered(drivers(3, '39.9'), files))
      expect(held?.reason).toBe('maybe_half_written')
    }
    paddock.wait(guardTime)
    expect((await paddock.pass(rendered(drivers(3, '39.9'), files))).outcome.kind).toBe('published')
    expect((await paddock.pass(rendered(drivers(3, '39.8'), files))).outcome.kind).toBe('published')
  })
})

describe('a release', () => {
  const empty = rendered([])
  const release = async () => paddock.release((await paddock.pass(empty)).held?.id ?? '')

  test('publishes the held list with the same id only', async () => {
    expect(paddock.release('any')).toBe('nothing_held')
    await paddock.pass(rendered(drivers(3)))
    const { held } = await paddock.pass(empty)
    expect(paddock.release('another')).toBe('changed')
    expect((await paddock.pass(empty)).outcome.kind).toBe('held')
    expect(paddock.release(held?.id ?? '')).toBe('releasing')
    expect((await paddock.pass(empty)).outcome.kind).toBe('published')
    expect(paddock.names()).toEqual([])
  })

  test('publishes in the first pass that reads the files', async () => {
    await paddock.pass(rendered(drivers(3)))
    expect(await release()).toBe('releasing')
    expect((await paddock.pass(unusable)).outcome.kind).toBe('rejected')
    expect((await paddock.pass(empty)).outcome.kind).toBe('published')
  })

  test('is used once: the same loss later is held again', async () => {
    await paddock.pass(rendered(drivers(3)))
    await release()
    await paddock.pass(empty)
    await paddock.pass(rendered(drivers(3)))
    expect((await paddock.pass(empty)).outcome.kind).toBe('held')
  })

  test('is dropped when a different list is published first', async () => {
    await paddock.pass(rendered(drivers(3)))
    await release()
    await paddock.pass(rendered(drivers(3, '39.9')))
    expect((await paddock.pass(empty)).outcome.kind).toBe('held')
  })
})
