import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { defaultEvent } from '../../lib/event.ts'
import type { PipelineState } from '../../lib/pipeline-state.ts'
import { openMemoryRevisionLog } from '../log/memory-revision-log.ts'
import type { RevisionLog } from '../log/revision-log.ts'
import { defaultLossGuard } from './loss-guard.ts'
import { type ManualTime, manualTime } from './manual-time.fixture.ts'
import type { PassResult } from './pass-result.ts'
import { defaultSchedule } from './pass-schedule.ts'
import { type Publisher, startPublisher } from './publisher.ts'

// The publisher over passes that a test makes up, in a time that the test lets pass.

const { guardTime, settleTime } = defaultLossGuard
const { saveWindow, lookInterval } = defaultSchedule

let time: ManualTime
let log: RevisionLog
/** What passes read from now on. */
let result: PassResult
let hint: () => void
let stopped: string[]
let publisher: Publisher
/** When each pass ended, and the state after it. */
let ends: { readonly at: number; readonly state: PipelineState }[]

beforeEach(async () => {
  time = manualTime()
  log = await openMemoryRevisionLog({ now: time.now, warn: () => {} })
  ends = []
  stopped = []
})

afterEach(() => publisher.stop())

const longAgo = 1_600_000_000_000

function read(count: number, modifiedAt = longAgo): PassResult {
  const lines = Array.from({ length: count }, (_, index) => JSON.stringify({ driver_name: `Driver ${index}` }))
  const files = [{ path: 'live.rgg', modified_at: modifiedAt, size: 9 }]
  const list = { kind: 'rendered', text: lines.join('\n'), warnings: [], unterminated: [] } as const
  return { kind: 'read', event: { kind: 'read', event: defaultEvent('Spring') }, list, files }
}

const problem = { code: 'half_written', message: 'It is being written.', hint: 'Wait.' }
const unusable: PassResult = {
  kind: 'read',
  event: { kind: 'read', event: defaultEvent('Spring') },
  list: { kind: 'rejected', problem },
  files: [],
}

const ended: PassResult = { kind: 'ended', code: 'template_timeout', message: 'It did not finish.' }

function begin(first: PassResult): Promise<void> {
  result = first
  return startPublisher({
    dataFolder: 'data',
    log,
    renderer: { render: async () => result, stop: async () => void stopped.push('renderer') },
    lossGuard: defaultLossGuard,
    schedule: defaultSchedule,
    logger: pino({ level: 'silent' }),
    now: time.now,
    timers: time,
    watch: (_folder, onHint) => {
      hint = onHint
      return async () => void stopped.push('watch')
    },
  }).then((started) => {
    publisher = started
    publisher.subscribe((state) => ends.push({ at: time.elapsed(), state }))
  })
}

/** The files change to this, and the pass for it is made. */
async function change(next: PassResult): Promise<void> {
  result = next
  hint()
  await time.pass(saveWindow)
}

/** When the passes that ended in this time did, in ms from its begin. */
async function passesIn(milliseconds: number): Promise<number[]> {
  const begin = time.elapsed()
  await time.pass(milliseconds)
  return ends.filter(({ at }) => at > begin).map(({ at }) => at - begin)
}

const entries = () => log.current().drivers.size

describe('files that cannot be used', () => {
  test('at the start show at once', async () => {
    await begin(unusable)
    expect(publisher.state()).toMatchObject({ problems: [problem], stalled_since: time.now() })
  })

  test('are read again every 0.1 s for 5 s, then as usual', async () => {
    await begin(unusable)
    expect(await passesIn(5000)).toEqual(Array.from({ length: 50 }, (_, index) => 100 * (index + 1)))
    expect(await passesIn(2 * lookInterval)).toEqual([lookInterval, 2 * lookInterval])
  })

  test('are published without a hint when they can be used again', async () => {
    await begin(unusable)
    result = read(3)
    await time.pass(100)
    expect(entries()).toBe(3)
    expect(publisher.state()).toMatchObject({ problems: [], stalled_since: undefined })
  })

  test('for less than 0.7 s show nothing', async () => {
    await begin(read(3))
    await change(unusable)
    await time.pass(699)
    expect(publisher.state()).toMatchObject({ problems: [], stalled_since: undefined })
    await change(read(3))
    await change(unusable)
    await time.pass(699)
    expect(publisher.state()).toMatchObject({ problems: [], stalled_since: undefined })
  })

  test('for 0.7 s show, with the time since when they cannot be used', async () => {
    await begin(read(3))
    await change(unusable)
    const since = time.now()
    await time.pass(700)
    expect(publisher.state()).toMatchObject({ problems: [problem], stalled_since: since })
  })

  test.each([
    ['a list that cannot be used', unusable],
    ['a rendering that was ended', ended],
  ])('%s keeps the known files and their age', async (_what, nothing) => {
    await begin(read(3))
    await change(nothing)
    await time.pass(1000)
    expect(publisher.state()).toMatchObject({ files: [{ path: 'live.rgg' }], source_at: longAgo })
    expect(publisher.state().problems).toHaveLength(1)
  })
})

describe('a pass', () => {
  test('after several saves within the save window publishes the last one', async () => {
    await begin(read(3))
    const { version } = log.current()
    for (const count of [4, 5, 6]) {
      result = read(count)
      hint()
      await time.pass(10)
    }
    await time.pass(saveWindow)
    expect([log.current().version, entries()]).toEqual([version + 1, 6])
  })

  test('over files that were saved without a change publishes nothing but their age', async () => {
    await begin(read(3))
    const { version } = log.current()
    await change(read(3, longAgo + 1000))
    expect(log.current().version).toBe(version)
    expect(publisher.state().source_at).toBe(longAgo + 1000)
  })
})

describe('the age of the files', () => {
  test('is the time of the change when their clock is ahead, also at later looks', async () => {
    const ahead = time.now() + 3_600_000
    await begin(read(3))
    await change(read(4, ahead))
    const changed = time.now()
    expect(publisher.state().source_at).toBe(changed)
    await time.pass(60_000)
    expect(publisher.state().source_at).toBe(changed)
  })

  test('grows by the time that passes when the clock is set back', async () => {
    await begin(read(3, time.now() - 1000))
    time.jump(-7_200_000)
    const back = time.now()
    expect(publisher.state().source_at).toBe(back)
    await time.pass(lookInterval)
    const first = publisher.state().source_at
    await time.pass(60_000)
    expect(publisher.state().source_at).toBe(first)
    expect(first).toBe(back + lookInterval)
  })
})

describe('a list that is held', () => {
  test('for a few losses is published after the settle time without a hint, and is not stalled', async () => {
    await begin(read(20))
    await change(read(19))
    expect(publisher.state()).toMatchObject({ held: { reason: 'some_lost' }, stalled_since: undefined })
    await time.pass(settleTime - 1)
    expect(entries()).toBe(20)
    await time.pass(1)
    expect(entries()).toBe(19)
  })

  test('for many losses is stalled, and published after the guard time without a hint', async () => {
    await begin(read(20))
    await change(read(10))
    expect(publisher.state()).toMatchObject({ held: { reason: 'many_lost' }, stalled_since: time.now() })
    await time.pass(guardTime - 1)
    expect(entries()).toBe(20)
    await time.pass(1)
    expect(entries()).toBe(10)
    expect(publisher.state()).toMatchObject({ held: undefined, stalled_since: undefined })
  })

  test('for many losses is published in time although its files cannot be used now and then', async () => {
    await begin(read(20))
    await change(read(10))
    for (let spent = 0; spent < guardTime; spent += 500) {
      await change(unusable)
      await change(read(10))
      await time.pass(500 - 2 * saveWindow)
    }
    expect(entries()).toBe(10)
  })

  test('is dropped when a good list follows', async () => {
    await begin(read(20))
    await change(read(10))
    await change(read(20))
    expect(publisher.state().held).toBeUndefined()
    await time.pass(10 * guardTime)
    expect(entries()).toBe(20)
  })

  test('for an empty list is never published by time', async () => {
    await begin(read(5))
    await change(read(0))
    await time.pass(3_600_000)
    expect(publisher.state().held?.reason).toBe('all_lost')
    expect(entries()).toBe(5)
  })

  test.each([
    [18, 'some_lost', settleTime],
    [6, 'many_lost', guardTime],
  ])(
    'with %i of 20 drivers is published in its usual time after the clock was set back',
    async (count, reason, wait) => {
      await begin(read(20))
      await change(read(count))
      expect(publisher.state().held?.reason).toBe(reason)
      time.jump(-10_800_000)
      hint()
      await time.pass(saveWindow)
      expect(publisher.state().held?.since).toBe(time.now())
      await time.pass(wait - 1)
      expect(entries()).toBe(20)
      await time.pass(1)
      expect(entries()).toBe(count)
    },
  )
})

describe('a release', () => {
  const released = async (id: string | undefined) => {
    const answer = publisher.release(id ?? '')
    await time.pass(0)
    return answer
  }

  test('publishes the held list with its id', async () => {
    await begin(read(20))
    expect(await released('any')).toBe('nothing_held')
    await change(read(0))
    const id = publisher.state().held?.id
    expect(await released('another')).toBe('changed')
    expect(entries()).toBe(20)
    expect(await released(id)).toBe('released')
    expect(entries()).toBe(0)
    expect(await released(id)).toBe('nothing_held')
  })

  test('waits while the files cannot be read, and then publishes', async () => {
    await begin(read(20))
    await change(read(0))
    result = unusable
    expect(await released(publisher.state().held?.id)).toBe('not_yet')
    expect(entries()).toBe(20)
    result = read(0)
    await time.pass(100)
    expect(entries()).toBe(0)
  })

  test('during a pass over the same list is used by the next pass', async () => {
    await begin(read(20))
    await change(read(0))
    // The event is appended during the pass: the moment at which the person releases.
    let answer: Promise<string> | undefined
    const stop = log.subscribe(() => {
      answer ??= publisher.release(publisher.state().held?.id ?? '')
    })
    await change({ ...read(0), event: { kind: 'read', event: defaultEvent('Autumn') } } as PassResult)
    stop()
    expect(await answer).toBe('released')
    expect(entries()).toBe(0)
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
    const seen = watched(begin(read(5, time.now())))
    await time.pass(settleTime - 1)
    expect([seen.isStarted, entries()]).toEqual([false, 0])
    await time.pass(1)
    expect([seen.isStarted, entries()]).toEqual([true, 5])
  })

  test('waits at most the guard time for a first list that is written without a pause', async () => {
    const seen = watched(begin(read(5, time.now())))
    for (let spent = 0; spent < guardTime; spent += 100) {
      expect([seen.isStarted, entries()]).toEqual([false, 0])
      await time.pass(100)
      result = read(5, time.now())
      hint()
    }
    expect([seen.isStarted, entries()]).toEqual([true, 5])
  })

  test('does not wait for a first list that cannot be used', async () => {
    await begin(unusable)
    expect(entries()).toBe(0)
  })
})

test('[P8] without a pass for 90 s the list is stalled, whatever the reason', async () => {
  await begin(read(3))
  const lookedAt = time.now()
  time.jump(90_000)
  expect(publisher.state().stalled_since).toBeUndefined()
  time.jump(1)
  expect(publisher.state().stalled_since).toBe(lookedAt)
})

test('stop ends the watch, the passes and the renderer', async () => {
  await begin(read(3))
  await publisher.stop()
  expect(stopped).toEqual(['watch', 'renderer'])
  hint()
  expect(await passesIn(100 * lookInterval)).toEqual([])
})
