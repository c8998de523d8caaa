import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, type onTestFinished, test } from 'vitest'
import { layDataFolder, startPipeline, temporaryFolder } from '../pipeline.fixture.ts'
import { serialList, serialOf, usualCount } from '../serial-list.fixture.ts'
import { kindsOfFault, type SaveFault, saveWith } from './save-faults.fixture.ts'

/** Milliseconds; the longer ones let a pass begin between two steps of a save. */
const pause = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 250 }))
/** Mostly anywhere, often near the end, in the time of the last driver. */
const cut = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0.96, max: 1, noNaN: true }))

const save: fc.Arbitrary<{ fault: SaveFault; newDriver: boolean; after: number }> = fc.record({
  fault: fc.record({
    kind: fc.constantFrom(...kindsOfFault),
    pauses: fc.tuple(pause, pause),
    cuts: fc.tuple(cut, cut),
  }),
  newDriver: fc.boolean(),
  after: pause,
})

/** Each kind of fault at least once, in any order. */
const saves = fc
  .tuple(
    fc.shuffledSubarray([...kindsOfFault], { minLength: kindsOfFault.length }),
    fc.array(save, { minLength: 4, maxLength: 8 }),
  )
  .chain(([kinds, more]) =>
    fc
      .tuple(...kinds.map((kind) => save.map((one) => ({ ...one, fault: { ...one.fault, kind } }))))
      .map((all) => [...all, ...more]),
  )

async function publishAll(
  finished: typeof onTestFinished,
  linked: boolean,
  all: readonly { fault: SaveFault; newDriver: boolean; after: number }[],
): Promise<void> {
  const base = await temporaryFolder(finished)
  const folder = join(base, 'data')
  await layDataFolder(linked ? join(base, 'first') : folder)
  if (linked) await symlink(join(base, 'first'), folder)
  const pipeline = await startPipeline(folder, join(base, 'state'), {
    schedule: { lookInterval: 1000 },
    ownProcess: true,
  })
  try {
    const counts = new Map([[1, usualCount]])
    let [serial, count] = [1, usualCount]
    for (const { fault, newDriver, after } of all) {
      serial += 1
      count += newDriver ? 1 : 0
      counts.set(serial, count)
      await saveWith(fault, folder, serialList(serial, count))
      await sleep(after)
    }
    await pipeline.shows(serial)
    await pipeline.looked()

    for (const { drivers } of pipeline.announced) {
      const found = serialOf(drivers)
      expect({ found, size: drivers.size }).toEqual({ found, size: counts.get(found ?? 0) })
    }
    const serials = pipeline.serials().map(Number)
    expect(serials).toEqual([...new Set(serials)].sort((a, b) => a - b))
    const { version, drivers } = pipeline.log.current()
    expect(serialOf(drivers)).toBe(serial)
    expect(pipeline.announced.map((state) => state.version)).toEqual(
      serials.map((_, at) => version - serials.length + 1 + at),
    )
    expect(pipeline.publisher.state()).toMatchObject({ problems: [], held: undefined, stalled_since: undefined })
    expect(pipeline.warnings).toEqual([])
  } finally {
    await pipeline.stop()
  }
}

describe.concurrent('[P1] [L1] after random faults of saves, whole lists are published, in order, up to the last', () => {
  test.for([
    ['a folder', false],
    ['a link to a folder', true],
  ] as const)('in %s', async ([, linked], { onTestFinished }) => {
    await fc.assert(
      fc.asyncProperty(saves, (all) => publishAll(onTestFinished, linked, all)),
      { numRuns: 1, endOnFailure: true },
    )
  })
})
