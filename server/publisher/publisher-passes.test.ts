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

describe('files that cannot be used', () => {
  test('at the start show at once', async () => {
    await paddock.begin(unusable)
    expect(paddock.publisher().state()).toMatchObject({ problems: [problem], stalled_since: paddock.time.now() })
  })

  test('are read again every 0.1 s for 5 s, then as usual', async () => {
    await paddock.begin(unusable)
    expect(await paddock.passesIn(5000)).toEqual(Array.from({ length: 50 }, (_, index) => 100 * (index + 1)))
    expect(await paddock.passesIn(2 * lookInterval)).toEqual([lookInterval, 2 * lookInterval])
  })

  test('are published without a hint when they can be used again', async () => {
    await paddock.begin(unusable)
    paddock.read(listOf(3))
    await paddock.time.pass(100)
    expect(paddock.entries()).toBe(3)
    expect(paddock.publisher().state()).toMatchObject({ problems: [], stalled_since: undefined })
  })

  test('for less than 0.7 s show nothing', async () => {
    await paddock.begin(listOf(3))
    await paddock.change(unusable)
    await paddock.time.pass(699)
    expect(paddock.publisher().state()).toMatchObject({ problems: [], stalled_since: undefined })
    await paddock.change(listOf(3))
    await paddock.change(unusable)
    await paddock.time.pass(699)
    expect(paddock.publisher().state()).toMatchObject({ problems: [], stalled_since: undefined })
  })

  test('for 0.7 s show, with the time since when they cannot be used', async () => {
    await paddock.begin(listOf(3))
    await paddock.change(unusable)
    const since = paddock.time.now()
    await paddock.time.pass(700)
    expect(paddock.publisher().state()).toMatchObject({ problems: [problem], stalled_since: since })
  })

  test.each([
    ['a list that cannot be used', unusable],
    ['a rendering that was ended', ended],
  ])('%s keeps the known files and their age', async (_what, nothing) => {
    await paddock.begin(listOf(3))
    await paddock.change(nothing)
    await paddock.time.pass(1000)
    expect(paddock.publisher().state()).toMatchObject({ files: [{ path: 'live.rgg' }], source_at: longAgo })
    expect(paddock.publisher().state().problems).toHaveLength(1)
  })
})

describe('a pass', () => {
  test('after several saves within the save window publishes the last one', async () => {
    await paddock.begin(listOf(3))
    const { version } = paddock.log.current()
    for (const count of [4, 5, 6]) {
      paddock.read(listOf(count))
      paddock.hint()
      await paddock.time.pass(10)
    }
    await paddock.time.pass(saveWindow)
    expect([paddock.log.current().version, paddock.entries()]).toEqual([version + 1, 6])
  })

  test('over files that were saved without a change publishes nothing but their age', async () => {
    await paddock.begin(listOf(3))
    const { version } = paddock.log.current()
    await paddock.change(listOf(3, longAgo + 1000))
    expect(paddock.log.current().version).toBe(version)
    expect(paddock.publisher().state().source_at).toBe(longAgo + 1000)
  })
})

describe('the age of the files', () => {
  test('is the time of the change when their clock is ahead, also at later looks', async () => {
    const ahead = paddock.time.now() + 3_600_000
    await paddock.begin(listOf(3))
    await paddock.change(listOf(4, ahead))
    const changed = paddock.time.now()
    expect(paddock.publisher().state().source_at).toBe(changed)
    await paddock.time.pass(60_000)
    expect(paddock.publisher().state().source_at).toBe(changed)
  })

  test('grows by the time that passes when the clock is set back', async () => {
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

describe('the start', () => {
  /** Whether the publisher has started by now. */
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

  test('waits at most the guard time for a first list that is written without a pause', async () => {
    const seen = watched(paddock.begin(listOf(5, paddock.time.now())))
    for (let spent = 0; spent < guardTime; spent += 100) {
      expect([seen.isStarted, paddock.entries()]).toEqual([false, 0])
      await paddock.time.pass(100)
      paddock.read(listOf(5, paddock.time.now()))
      paddock.hint()
    }
    expect([seen.isStarted, paddock.entries()]).toEqual([true, 5])
  })

  test('does not wait for a first list that cannot be used', async () => {
    await paddock.begin(unusable)
    expect(paddock.entries()).toBe(0)
  })
})

test('[P8] without a pass for 90 s the list is stalled, whatever the reason', async () => {
  await paddock.begin(listOf(3))
  const lookedAt = paddock.time.now()
  paddock.time.jump(90_000)
  expect(paddock.publisher().state().stalled_since).toBeUndefined()
  paddock.time.jump(1)
  expect(paddock.publisher().state().stalled_since).toBe(lookedAt)
})

test('stop ends the watch, the passes and the renderer', async () => {
  await paddock.begin(listOf(3))
  await paddock.publisher().stop()
  expect(paddock.stopped).toEqual(['watch', 'renderer'])
  paddock.hint()
  expect(await paddock.passesIn(100 * lookInterval)).toEqual([])
})
