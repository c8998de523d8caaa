import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { beforeAll, expect, type onTestFinished, test } from 'vitest'
import { compiledSource } from '../../../testing/compiled/compiled-source.ts'
import { repetitions } from '../../../testing/repetitions.ts'
import { connect, disconnect } from '../../log/sqlite/connection.ts'
import { readLog } from '../../log/sqlite/read-log.ts'
import { layDataFolder, temporaryFolder } from '../pipeline.fixture.ts'
import { serialList } from '../serial-list.fixture.ts'
import { type PublishingProcess, type ReportedState, startPublishing } from './publishing-process.fixture.ts'

let script: string

beforeAll(async () => {
  script = await compiledSource('server/publisher/faults/publishing.fixture.ts')
})

const publishes = repetitions({ unit: 60, full: 300 })
const killsWhilePublishing = repetitions({ unit: 3, full: 6 })
const killsWhileStarting = repetitions({ unit: 1, full: 2 })
/** So few before each kill that some publishes are left for the last process. */
const mostBeforeKill = Math.floor((0.9 * publishes) / killsWhilePublishing)

/** When a process is killed: `milliseconds` after it began to start, or after it reported so many publishes. */
interface Kill {
  readonly moment: 'starting' | 'publishing'
  readonly publishes: number
  readonly milliseconds: number
}

const kills: fc.Arbitrary<readonly Kill[]> = fc
  .tuple(
    fc.array(
      fc.record({
        moment: fc.constant('publishing' as const),
        publishes: fc.integer({ min: 1, max: mostBeforeKill }),
        milliseconds: fc.integer({ min: 0, max: 30 }),
      }),
      { minLength: killsWhilePublishing, maxLength: killsWhilePublishing },
    ),
    fc.array(
      fc.record({
        moment: fc.constant('starting' as const),
        publishes: fc.constant(0),
        milliseconds: fc.integer({ min: 0, max: 600 }),
      }),
      { minLength: killsWhileStarting, maxLength: killsWhileStarting },
    ),
  )
  .map((all) => all.flat())
  .chain((all) => fc.shuffledSubarray<Kill>(all, { minLength: all.length }))

async function killAndCheck(finished: typeof onTestFinished, all: readonly Kill[]): Promise<void> {
  const base = await temporaryFolder(finished)
  const [data, state] = [join(base, 'data'), join(base, 'state')]
  const file = join(data, 'live.rgg')
  await layDataFolder(data)
  const start = (): PublishingProcess => {
    const publishing = startPublishing(script, data, state)
    finished(publishing.kill)
    return publishing
  }

  let serial = 1
  async function saveUntil({ states, process }: PublishingProcess, enough: number): Promise<void> {
    for (let count = 0; count < enough; count = states('announced').length) {
      serial += 1
      if (serial > 999) throw new Error('hardly any of 999 saves was published')
      if (process.exitCode !== null) throw new Error('the process ended by itself')
      const inPlace = serial % 3 === 0
      await writeFile(inPlace ? file : `${file}.tmp`, serialList(serial))
      if (!inPlace) await rename(`${file}.tmp`, file)
      // Chokidar reports changes of one file no more often than every 50 ms.
      await writeFile(join(data, `hint-${serial % 40}`), '')
      // Saves as fast as lists are published, and every fifth one faster.
      for (let wait = 0; wait < 3000 && serial % 5 !== 0 && states('announced').length === count; wait += 3)
        await sleep(3)
    }
  }

  const known: ReportedState[] = []
  let published = 0
  /** Expects that the reports of one process continue those of the processes before it. */
  function check(publishing: PublishingProcess): void {
    expect(publishing.said.filter(([word]) => word === 'warning')).toEqual([])
    const [open] = publishing.states('open')
    const last = known.at(-1)
    // A state may be stored and not yet announced at the kill.
    if (open && last && open.version === last.version) expect(open).toEqual(last)
    else if (open && last) expect(open).toMatchObject({ log: last.log, version: last.version + 1 })
    if (open && open.version !== last?.version) known.push(open)
    for (const announced of publishing.states('announced')) {
      const before = known.at(-1)
      expect(announced).toMatchObject({ log: before?.log, version: (before?.version ?? 0) + 1 })
      known.push(announced)
      published += 1
    }
  }

  // A first list is held while it is just written; the lists after it are published at once.
  const first = start()
  await first.reports('announced', '1')
  await first.kill()
  check(first)
  for (const { moment, publishes, milliseconds } of all) {
    const publishing = start()
    if (moment === 'starting') await publishing.reports('starting')
    else await saveUntil(publishing, publishes)
    await sleep(milliseconds)
    await publishing.kill()
    check(publishing)
  }
  const last = start()
  await saveUntil(last, publishes - published)
  await last.reports('announced', String(serial))
  await last.end()
  check(last)

  const [empty, ...lists] = known
  expect(empty?.serial).toBeNaN()
  const serials = lists.map((said) => said.serial)
  expect(serials).toEqual([...new Set(serials)].sort((a, b) => a - b))
  expect(serials.at(-1)).toBe(serial)
  expect(storedIn(join(state, 'paddock.db'))).toEqual(lists.map(({ version, checksum }) => ({ version, checksum })))
}

function storedIn(file: string): unknown {
  const connection = connect(file)
  try {
    return readLog(connection)?.history.revisions.map(({ version, checksum }) => ({ version, checksum }))
  } finally {
    disconnect(connection)
  }
}

test(`[P1] [P2] [P3] [P4] [L1] [L5] a process that is killed repeatedly while it publishes ${publishes} lists loses none that it announced`, {
  timeout: 900_000,
}, async ({ onTestFinished }) => {
  const property = fc.asyncProperty(kills, (all) => killAndCheck(onTestFinished, all))
  await fc.assert(property, { numRuns: 1, endOnFailure: true })
})
