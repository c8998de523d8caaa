import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { defaultLossGuard } from './loss-guard.ts'
import { ended, listOf, longAgo, type MadeUpPasses, madeUpPasses, problem, unusable } from './made-up-passes.fixture.ts'
import { defaultSchedule } from './pass-schedule.ts'

let paddock: MadeUpPasses

beforeEach(async () => {
  paddock = await madeUpPasses()
})

afterEach(() => paddock.publisher().stop())

const { guardTime, settleTime } = defaultLossGuard
const { saveWindow, lookInterval } = defaultSchedule

describe('unusable files', () => {
  test('show as a problem at once when the publisher starts', async () => {
    await paddock.begin(unusable)
    expect(paddock.publisher().state()).toMatchObject({ problems: [problem], stalled_since: paddock.time.now() })
  })

  test('are read again every 0.1 s for 5 s, then every look interval', async () => {
    await paddock.begin(unusable)
    expect(await paddock.passesIn(5000)).toEqual(Array.from({ length: 50 }, (_, index) => 100 * (index + 1)))
    expect(await paddock.passesIn(2 * lookInterval)).toEqual([lookInterval, 2 * lookInterval])
  })

  test('are published without a hint as soon as they are usable', async () => {
    await paddock.begin(unusable)
    paddock.read(listOf(3))
    await paddock.time.pass(100)
    expect(paddock.entries()).toBe(3)
    expect(paddock.publisher().state()).toMatchObject({ problems: [], stalled_since: undefined })
  })

  test('show no problem within 0.7 s', async () => {
    await paddock.begin(listOf(3))
    await paddock.change(unusable)
    await paddock.time.pass(699)
    expect(paddock.publisher().state()).toMatchObject({ problems: [], stalled_since: undefined })
    await paddock.change(listOf(3))
    await paddock.change(unusable)
    await paddock.time.pass(699)
    expect(paddock.publisher().state()).toMatchObject({ problems: [], stalled_since: undefined })
  })

  test('show as a problem after 0.7 s, stalled since their first pass', async () => {
    await paddock.begin(listOf(3))
    await paddock.change(unusable)
    const since = paddock.time.now()
    await paddock.time.pass(700)
    expect(paddock.publisher().state()).toMatchObject({ problems: [problem], stalled_since: since })
  })

  test.each([
    ['an unusable list', unusable],
    ['an ended rendering', ended],
  ])('as %s keep the known files and their age', async (_what, nothing) => {
    await paddock.begin(listOf(3))
    await paddock.change(nothing)
    await paddock.time.pass(1000)
    expect(paddock.publisher().state()).toMatchObject({ files: [{ path: 'live.rgg' }], source_at: longAgo })
    expect(paddock.publisher().state().problems).toHaveLength(1)
  })
})

describe('a pass', () => {
  test('after three saves within the save window publishes the first at once, and the last at its end', async () => {
    await paddock.begin(listOf(3))
    const { version } = paddock.log.current()
    for (const count of [4, 5, 6]) {
      paddock.read(listOf(count))
      paddock.hint()
      await paddock.time.pass(10)
      expect([paddock.log.current().version, paddock.entries()]).toEqual([version + 1, 4])
    }
    await paddock.time.pass(saveWindow)
    expect([paddock.log.current().version, paddock.entries()]).toEqual([version + 2, 6])
  })

  test('over files that were saved without a change makes no version, and updates their age', async () => {
    await paddock.begin(listOf(3))
    const { version } = paddock.log.current()
    await paddock.change(listOf(3, longAgo + 1000))
    expect(paddock.log.current().version).toBe(version)
    expect(paddock.publisher().state().source_at).toBe(longAgo + 1000)
  })
})

describe('the age of the files', () => {
  test('counts from the pass that read the change when their clock is ahead', async () => {
    const ahead = paddock.time.now() + 3_600_000
    await paddock.begin(listOf(3))
    await paddock.change(listOf(4, ahead))
    const changed = paddock.time.now()
    expect(paddock.publisher().state().source_at).toBe(changed)
    await paddock.time.pass(60_000)
    expect(paddock.publisher().state().source_at).toBe(changed)
  })

  test('counts from the next pass when the clock is set back', async () => {
    await paddock.begin(listOf(3, paddock.time.now() - 1000))
    paddock.time.jump(-7_200_000)
    const back = paddock.time.now()
    expect(paddock.publisher().state().source_at).toBe(back)
    await paddock.time.pass(lookInterval)
    const first = paddock.publisher().state().source_at
    await paddock.time.pass(60_000)
    expect(paddock.publisher().state().source_at).toBe(first)
    expect(first).toBe(back + lookInterval)
  })
})

describe('the start of the publisher', () => {
  /** Follows whether the publisher has started. */
  function watched(start: Promise<void>): { readonly isStarted: boolean } {
    const seen = { isStarted: false }
    void start.then(() => {
      seen.isStarted = true
    })
    return seen
  }

  test('waits until the first list is as old as the settle time', async () => {
    const seen = watched(paddock.begin(listOf(5, paddock.time.now())))
    await paddock.time.pass(settleTime - 1)
    expect([seen.isStarted, paddock.entries()]).toEqual([false, 0])
    await paddock.time.pass(1)
    expect([seen.isStarted, paddock.entries()]).toEqual([true, 5])
  })

  test('waits at most the guard time for a first list that is saved without a pause', async () => {
    const seen = watched(paddock.begin(listOf(5, paddock.time.now())))
    for (let spent = 0; spent < guardTime; spent += 100) {
      expect([seen.isStarted, paddock.entries()]).toEqual([false, 0])
      await paddock.time.pass(100)
      paddock.read(listOf(5, paddock.time.now()))
      paddock.hint()
    }
    expect([seen.isStarted, paddock.entries()]).toEqual([true, 5])
  })

  test('does not wait for an unusable first list', async () => {
    await paddock.begin(unusable)
    expect(paddock.entries()).toBe(0)
  })
})

test('[P8] a list without a pass for 90 s is stalled, whatever the reason', async () => {
  await paddock.begin(listOf(3))
  const lookedAt = paddock.time.now()
  paddock.time.jump(90_000)
  expect(paddock.publisher().state().stalled_since).toBeUndefined()
  paddock.time.jump(1)
  expect(paddock.publisher().state().stalled_since).toBe(lookedAt)
})

test('stop of the publisher ends the watch, the passes and the renderer', async () => {
  await paddock.begin(listOf(3))
  await paddock.publisher().stop()
  expect(paddock.stopped).toEqual(['watch', 'renderer'])
  paddock.hint()
  expect(await paddock.passesIn(100 * lookInterval)).toEqual([])
})
