import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { defaultEvent } from '../../lib/event.ts'
import type { PipelineState } from '../../lib/pipeline-state.ts'
import { openMemoryRevisionLog } from '../log/memory-revision-log.ts'
import type { RevisionLog } from '../log/revision-log.ts'
import { defaultGuard } from './guard.ts'
import type { PassResult } from './pass-result.ts'
import { until } from './publisher.fixture.ts'
import { type Publisher, startPublisher } from './publisher.ts'

// What passes come to that read something else each time, by a clock that stands still: nobody hints, and nobody looks.

let folder: string
let log: RevisionLog
let now: number
/** What the next passes read; the last one goes on. */
let results: PassResult[]
let publisher: Publisher
let states: PipelineState[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paddock-passes-'))
  now = 1_700_000_000_000
  log = await openMemoryRevisionLog({ now: () => now, warn: () => {} })
  states = []
})

afterEach(async () => {
  await publisher.stop()
  await log.close()
  await rm(folder, { recursive: true })
})

const longAgo = 1_600_000_000_000

function read(count: number, modifiedAt: number | undefined = longAgo): PassResult {
  const lines = Array.from({ length: count }, (_, index) => JSON.stringify({ driver_name: `Driver ${index}` }))
  const files = modifiedAt === undefined ? [] : [{ path: 'live.rgg', modified_at: modifiedAt, size: 9 }]
  const list = { kind: 'rendered', text: lines.join('\n'), warnings: [], unterminated: [] } as const
  return { kind: 'read', event: { kind: 'read', event: defaultEvent('Spring') }, list, files }
}

function unusable(): PassResult {
  const problem = { code: 'half_written', message: 'It is being written.', hint: 'Wait.' }
  return {
    kind: 'read',
    event: { kind: 'read', event: defaultEvent('Spring') },
    list: { kind: 'rejected', problem },
    files: [],
  }
}

const ended: PassResult = { kind: 'ended', code: 'template_timeout', message: 'It did not finish.' }

async function start(...first: readonly PassResult[]): Promise<void> {
  results = [...first]
  publisher = await startPublisher({
    dataFolder: folder,
    log,
    renderer: {
      render: async () => (results.length > 1 ? results.shift() : results[0]) ?? ended,
      stop: async () => {},
    },
    guard: defaultGuard,
    schedule: { saveWindow: 1, lookInterval: 1_000_000 },
    logger: pino({ level: 'silent' }),
    now: () => now,
  })
  states.push(publisher.state())
  publisher.subscribe((state) => states.push(state))
  if (results.length === 1) await untilWatched()
}

const passes = (count: number) => until(() => states.length >= count, `${count} passes`)

/** One hint and its pass: a new folder is one event, where a file may be two. */
async function hintedPass(): Promise<void> {
  const count = states.length + 1
  await mkdir(join(folder, String(count)))
  await passes(count)
}

/** A watch takes a moment to begin. */
async function untilWatched(): Promise<void> {
  for (let look = 0; states.length === 1; look += 1) {
    await mkdir(join(folder, `look-${look}`))
    await sleep(300)
  }
}

describe('files that cannot be used', () => {
  test('from the start show at once, and are read again without a hint until they can', async () => {
    await start(unusable(), unusable(), unusable(), read(3))
    expect(states[0]).toMatchObject({ problems: [{ code: 'half_written' }], stalled_since: now })
    await until(() => log.current().drivers.size === 3, 'the list is published')
    await passes(4)
    expect(publisher.state()).toMatchObject({ problems: [], stalled_since: undefined })
  })

  test('for less than 0.7 s are a save that was seen half-way, and show nothing', async () => {
    await start(read(3))
    results = [unusable()]
    await hintedPass()
    now += 699
    await passes(states.length + 2)
    expect(publisher.state()).toMatchObject({ problems: [], stalled_since: undefined })
  })

  test('for longer show, and have since they could not be used', async () => {
    await start(read(3))
    results = [unusable()]
    await hintedPass()
    const since = now
    now += 400
    await passes(states.length + 2)
    now += 400
    await until(() => publisher.state().problems.length > 0, 'the problem shows')
    expect(publisher.state().stalled_since).toBe(since)
  })

  test('leave what is known of the files: what was read, and how old it is', async () => {
    await start(read(3))
    for (const nothing of [unusable(), ended]) {
      results = [nothing]
      await hintedPass()
      now += 1000
      await until(() => publisher.state().problems.length > 0, 'the problem shows')
      expect(publisher.state()).toMatchObject({ files: [{ path: 'live.rgg' }], source_at: longAgo })
      results = [read(3)]
      await until(() => publisher.state().problems.length === 0, 'the files can be read')
    }
  })
})

describe('the age of the files', () => {
  test('is that of the change where their clock is ahead, and goes on from there', async () => {
    const ahead = now + 3_600_000
    await start(read(3, longAgo))
    results = [read(4, ahead)]
    await hintedPass()
    const changed = now
    expect(publisher.state().source_at).toBe(changed)
    now += 60_000
    await hintedPass()
    expect(publisher.state().source_at).toBe(changed)
  })
})

describe('a list that is held', () => {
  test('is published in time, without a hint, and is stalled only when it is doubtful', async () => {
    await start(read(20))
    results = [read(19)]
    await hintedPass()
    expect(publisher.state()).toMatchObject({ held: { reason: 'some_lost' }, stalled_since: undefined })
    now += defaultGuard.settleTime
    await until(() => log.current().drivers.size === 19, 'a small loss is published')
    results = [read(5)]
    await hintedPass()
    expect(publisher.state()).toMatchObject({ held: { reason: 'many_lost' }, stalled_since: now })
  })

  test('is published when it is released, unless its files cannot be read just then', async () => {
    await start(read(20))
    expect(await publisher.release('any')).toBe('nothing_held')
    results = [read(0)]
    await hintedPass()
    const id = publisher.state().held?.id ?? ''
    expect(await publisher.release('another')).toBe('changed')
    results = [unusable()]
    expect(await publisher.release(id)).toBe('not_yet')
    expect(log.current().drivers.size).toBe(20)
    results = [read(0)]
    await until(() => log.current().drivers.size === 0, 'the list is published')
  })
})

test('[P8] when no pass comes any more the list is stalled, whatever the reason', async () => {
  await start(read(3))
  const lookedAt = now
  now += 90_000
  expect(publisher.state().stalled_since).toBeUndefined()
  now += 1
  expect(publisher.state().stalled_since).toBe(lookedAt)
})
