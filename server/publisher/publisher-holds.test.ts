import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { defaultLossGuard } from './loss-guard.ts'
import { listOf, longAgo, type MadeUpPasses, madeUpPasses, unusable } from './made-up-passes.fixture.ts'
import { defaultSchedule } from './pass-schedule.ts'

let paddock: MadeUpPasses

beforeEach(async () => {
  paddock = await madeUpPasses()
})

afterEach(() => paddock.publisher().stop())

const { guardTime, settleTime } = defaultLossGuard
const { saveWindow } = defaultSchedule

describe('a list that is held', () => {
  test('for a few losses is published after the settle time without a hint, and is not stalled', async () => {
    await paddock.begin(listOf(20))
    await paddock.change(listOf(19))
    expect(paddock.publisher().state()).toMatchObject({ held: { reason: 'some_lost' }, stalled_since: undefined })
    await paddock.time.pass(settleTime - 1)
    expect(paddock.entries()).toBe(20)
    await paddock.time.pass(1)
    expect(paddock.entries()).toBe(19)
  })

  test('for many losses is stalled, and published after the guard time without a hint', async () => {
    await paddock.begin(listOf(20))
    await paddock.change(listOf(10))
    expect(paddock.publisher().state()).toMatchObject({
      held: { reason: 'many_lost' },
      stalled_since: paddock.time.now(),
    })
    await paddock.time.pass(guardTime - 1)
    expect(paddock.entries()).toBe(20)
    await paddock.time.pass(1)
    expect(paddock.entries()).toBe(10)
    expect(paddock.publisher().state()).toMatchObject({ held: undefined, stalled_since: undefined })
  })

  test('for many losses is published in time although its files cannot be used now and then', async () => {
    await paddock.begin(listOf(20))
    await paddock.change(listOf(10))
    for (let spent = 0; spent < guardTime; spent += 500) {
      await paddock.change(unusable)
      await paddock.change(listOf(10))
      await paddock.time.pass(500 - saveWindow)
    }
    expect(paddock.entries()).toBe(10)
  })

  test('is dropped when a good list follows', async () => {
    await paddock.begin(listOf(20))
    await paddock.change(listOf(10))
    await paddock.change(listOf(20))
    expect(paddock.publisher().state().held).toBeUndefined()
    await paddock.time.pass(10 * guardTime)
    expect(paddock.entries()).toBe(20)
  })

  test('because it is empty is never published by time', async () => {
    await paddock.begin(listOf(5))
    await paddock.change(listOf(0))
    await paddock.time.pass(3_600_000)
    expect(paddock.publisher().state().held?.reason).toBe('all_lost')
    expect(paddock.entries()).toBe(5)
  })

  test.each([
    [18, 'some_lost', settleTime],
    [6, 'many_lost', guardTime],
  ])(
    'with %i of 20 drivers is published in its usual time after the clock was set back',
    async (count, reason, wait) => {
      await paddock.begin(listOf(20))
      await paddock.change(listOf(count))
      expect(paddock.publisher().state().held?.reason).toBe(reason)
      paddock.time.jump(-10_800_000)
      paddock.hint()
      await paddock.time.pass(saveWindow)
      expect(paddock.publisher().state().held?.since).toBe(paddock.time.now())
      await paddock.time.pass(wait - 1)
      expect(paddock.entries()).toBe(20)
      await paddock.time.pass(1)
      expect(paddock.entries()).toBe(count)
    },
  )
})

describe('a release', () => {
  const released = async (id: string | undefined) => {
    const answer = paddock.publisher().release(id ?? '')
    await paddock.time.pass(0)
    return answer
  }

  test('publishes the held list with the same id only', async () => {
    await paddock.begin(listOf(20))
    expect(await released('any')).toBe('nothing_held')
    await paddock.change(listOf(0))
    const id = paddock.publisher().state().held?.id
    expect(await released('another')).toBe('changed')
    expect(paddock.entries()).toBe(20)
    expect(await released(id)).toBe('released')
    expect(paddock.entries()).toBe(0)
    expect(await released(id)).toBe('nothing_held')
  })

  test('publishes the held list once the files can be read', async () => {
    await paddock.begin(listOf(20))
    await paddock.change(listOf(0))
    paddock.read(unusable)
    expect(await released(paddock.publisher().state().held?.id)).toBe('not_yet')
    expect(paddock.entries()).toBe(20)
    paddock.read(listOf(0))
    await paddock.time.pass(100)
    expect(paddock.entries()).toBe(0)
  })

  test('during a pass over the same list is used by the next pass', async () => {
    await paddock.begin(listOf(20))
    await paddock.change(listOf(0))
    // The event is appended during the pass: at this moment the person releases.
    let answer: Promise<string> | undefined
    const stop = paddock.log.subscribe(() => {
      answer ??= paddock.publisher().release(paddock.publisher().state().held?.id ?? '')
    })
    await paddock.change(listOf(0, longAgo, 'Autumn'))
    stop()
    expect(await answer).toBe('released')
    expect(paddock.entries()).toBe(0)
  })
})

describe('keeping the old list', () => {
  const keep = () => paddock.publisher().keepOld(paddock.publisher().state().held?.id ?? '')

  test('given a held list, when it is dropped, then it is never published, and the pipeline is not stalled', async () => {
    await paddock.begin(listOf(20))
    await paddock.change(listOf(10))
    expect(paddock.publisher().keepOld('another')).toBe('changed')
    expect(keep()).toBe('kept')
    expect(paddock.publisher().state()).toMatchObject({ held: { kept: true }, stalled_since: undefined })
    await paddock.time.pass(guardTime * 3)
    expect(paddock.entries()).toBe(20)
    expect(paddock.publisher().state()).toMatchObject({ held: { kept: true, found: 10 }, stalled_since: undefined })
  })

  test('given a dropped list, when its file is written again with the same loss, then it is held as a new one', async () => {
    await paddock.begin(listOf(20))
    await paddock.change(listOf(10))
    keep()
    await paddock.time.pass(guardTime)
    await paddock.change(listOf(10, longAgo + 1))
    expect(paddock.publisher().state().held?.kept).toBeUndefined()
    expect(paddock.publisher().state().stalled_since).toBeDefined()
    await paddock.time.pass(guardTime)
    expect(paddock.entries()).toBe(10)
  })

  test('given a dropped list, when the drivers are back, then nothing is held', async () => {
    await paddock.begin(listOf(20))
    await paddock.change(listOf(10))
    keep()
    await paddock.change(listOf(21, longAgo + 1))
    expect([paddock.entries(), paddock.publisher().state().held]).toEqual([21, undefined])
    expect(paddock.publisher().keepOld('any')).toBe('nothing_held')
  })

  test('given a dropped list, when it is released after all, then it is published', async () => {
    await paddock.begin(listOf(20))
    await paddock.change(listOf(10))
    keep()
    expect(await paddock.publisher().release(paddock.publisher().state().held?.id ?? '')).toBe('released')
    expect(paddock.entries()).toBe(10)
  })
})
