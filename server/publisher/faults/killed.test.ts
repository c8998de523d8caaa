import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, type onTestFinished, test } from 'vitest'
import { connect, disconnect } from '../../log/sqlite/connection.ts'
import { readLog } from '../../log/sqlite/read-log.ts'
import { layDataFolder, temporaryFolder } from '../pipeline.fixture.ts'
import { serialList } from '../serial-list.fixture.ts'
import { type PublishingProcess, type SaidState, startPublishing } from './publishing-process.fixture.ts'

const publishes = 300

/** When a process is killed: so many milliseconds after it began to start, or after it said so many publishes. */
interface Kill {
  readonly moment: 'starting' | 'publishing'
  readonly publishes: number
  readonly milliseconds: number
}

const kills: fc.Arbitrary<readonly Kill[]> = fc
  .tuple(
    fc.array(fc.record({ publishes: fc.integer({ min: 1, max: 45 }), milliseconds: fc.integer({ min: 0, max: 30 }) }), {
      minLength: 6,
      maxLength: 6,
    }),
    fc.array(fc.integer({ min: 0, max: 600 }), { minLength: 2, maxLength: 2 }),
  )
  .chain(([publishing, starting]) =>
    fc.shuffledSubarray<Kill>(
      [
        ...publishing.map((one) => ({ moment: 'publishing' as const, ...one })),
        ...starting.map((milliseconds) => ({ moment: 'starting' as const, publishes: 0, milliseconds })),
      ],
      { minLength: 8 },
    ),
  )

async function killAndCheck(finished: typeof onTestFinished, all: readonly Kill[]): Promise<void> {
  const base = await temporaryFolder(finished)
  const [data, state] = [join(base, 'data'), join(base, 'state')]
  const file = join(data, 'live.rgg')
  await layDataFolder(data)
  const start = (): PublishingProcess => {
    const publishing = startPublishing(data, state)
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
      // Changes of one file are hints no more often than every 50 ms.
      await writeFile(join(data, `hint-${serial % 40}`), '')
      // As fast as they are published, and every fifth faster.
      for (let wait = 0; wait < 3000 && serial % 5 !== 0 && states('announced').length === count; wait += 3)
        await sleep(3)
    }
  }

  const known: SaidState[] = []
  let published = 0
  /** What one process said follows on what those before it said. */
  function note(publishing: PublishingProcess): void {
    expect(publishing.said.filter(([word]) => word === 'warning')).toEqual([])
    const [open] = publishing.states('open')
    const last = known.at(-1)
    // It may have been stored and not announced before the kill.
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

  // A first list is waited for while it is being written; from here on they come one after the other.
  const first = start()
  await first.says('announced', '1')
  await first.kill()
  note(first)
  for (const { moment, publishes, milliseconds } of all) {
    const publishing = start()
    if (moment === 'starting') await publishing.says('starting')
    else await saveUntil(publishing, publishes)
    await sleep(milliseconds)
    await publishing.kill()
    note(publishing)
  }
  const last = start()
  await saveUntil(last, publishes - published)
  await last.says('announced', String(serial))
  await last.end()
  note(last)

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

test('[P1] [P2] [P3] [P4] [L1] [L5] killed again and again while it publishes 300 lists, it loses none that it announced', {
  timeout: 900_000,
}, async ({ onTestFinished }) => {
  const property = fc.asyncProperty(kills, (all) => killAndCheck(onTestFinished, all))
  await fc.assert(property, { numRuns: 1, endOnFailure: true })
})
