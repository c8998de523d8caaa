import { rename, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, type onTestFinished, test } from 'vitest'
import { currentVersion } from '../live/answering/messages.ts'
import { layDataFolder, type Pipeline, publishedPipeline, startPipeline, temporaryFolder } from './pipeline.fixture.ts'
import { until } from './publisher.fixture.ts'
import { serialList } from './serial-list.fixture.ts'

const hour = 3_600_000
const day = 24 * hour

/** The clock of the system, set by a test. */
function settableClock() {
  let offset = 0
  return {
    now: () => Date.now() + offset,
    jump(milliseconds: number) {
      offset += milliseconds
    },
  }
}

async function publishedWithClock(finished: typeof onTestFinished, guard = {}) {
  const clock = settableClock()
  const pipeline = await publishedPipeline(finished, { now: clock.now, guard })
  return { ...pipeline, clock }
}

/** Expects that no time in the state, or in the message from which the page derives ages, lies in the future. */
function expectNoneAhead({ publisher, log }: Pipeline, now: () => number): void {
  const { source_at: sourceAt, stalled_since: stalledSince, last_pass: lastPass, held } = publisher.state()
  const { data } = currentVersion(log.current(), publisher.state(), now())
  for (const at of [sourceAt, stalledSince, lastPass?.at, held?.since, data.source_at, data.stalled_since]) {
    if (at !== undefined) expect(at).toBeLessThanOrEqual(now())
  }
  expect(lastPass?.milliseconds).toBeGreaterThanOrEqual(0)
}

describe.concurrent('a clock that is set forwards or back', () => {
  test('[P1] [P2] [P4] [L1] between publishes and between starts: versions rise by one in the same log', async ({
    onTestFinished,
  }) => {
    const base = await temporaryFolder(onTestFinished)
    const [folder, state] = [join(base, 'data'), join(base, 'state')]
    await layDataFolder(folder)
    const clock = settableClock()
    const positions: string[] = []
    let newest: string | undefined
    let serial = 1
    for (const jumps of [
      [0, -3 * hour, -5 * day],
      [-400 * day, hour],
      [900 * day, -1, -day],
    ]) {
      const pipeline = await startPipeline(folder, state, { now: clock.now })
      const at = ({ log, version }: { log: string; version: number }) => `${log} ${version}`
      // Nothing changed while it was stopped.
      if (newest !== undefined) expect(pipeline.announced).toEqual([])
      if (newest !== undefined) expect(at(pipeline.log.current())).toBe(newest)
      for (const milliseconds of jumps) {
        clock.jump(milliseconds)
        serial += 1
        await writeFile(join(folder, 'live.rgg'), serialList(serial))
        await pipeline.shows(serial)
        expectNoneAhead(pipeline, clock.now)
      }
      positions.push(...pipeline.announced.map(at))
      newest = at(pipeline.log.current())
      expect(pipeline.warnings).toEqual([])
      await pipeline.stop()
      clock.jump(-2 * day)
    }
    const [first = ''] = positions
    const [log, version] = first.split(' ')
    expect(positions).toEqual(Array.from({ length: 9 }, (_, index) => `${log} ${Number(version) + index}`))
  })

  test.for([-3 * hour, -30 * day])(
    'by %i ms while a file is missing: its problem shows until the file is back',
    async (jump, { onTestFinished }) => {
      const pipeline = await publishedWithClock(onTestFinished)
      const { publisher, clock, file, looked } = pipeline
      const isStalled = () => publisher.state().stalled_since !== undefined
      await rm(file)
      await looked()
      clock.jump(jump)
      await until(isStalled, 'the problem shows')
      expectNoneAhead(pipeline, clock.now)

      clock.jump(jump)
      expectNoneAhead(pipeline, clock.now)
      await looked()
      expect(publisher.state().problems.map(({ code }) => code)).toEqual(['file_missing'])
      expect(isStalled()).toBe(true)
      expectNoneAhead(pipeline, clock.now)

      await writeFile(file, serialList(2))
      await pipeline.shows(2)
      expect(publisher.state()).toMatchObject({ problems: [], stalled_since: undefined })
    },
  )
})

describe.concurrent('a timing file with a misleading modification time', () => {
  test('that lies ahead, is older than before, or equal to it: each save is published', async ({ onTestFinished }) => {
    const pipeline = await publishedPipeline(onTestFinished)
    const { file, publisher } = pipeline
    const times = [Date.now() + 5 * hour, Date.now() - 2 * day, 1000, 1000, Date.now() + 400 * day, Date.now() - hour]
    for (const [index, time] of times.entries()) {
      await writeFile(`${file}.tmp`, serialList(index + 2))
      await utimes(`${file}.tmp`, time / 1000, time / 1000)
      await rename(`${file}.tmp`, file)
      await pipeline.shows(index + 2)
      await pipeline.looked()
      expectNoneAhead(pipeline, Date.now)
      if (time < Date.now()) expect(publisher.state().source_at).toBeCloseTo(time, -3)
    }
    expect(pipeline.serials()).toEqual([1, 2, 3, 4, 5, 6, 7])
    for (const { at, sourceAt } of pipeline.announced) expect(sourceAt).toBeLessThanOrEqual(at)
  })

  test('that is equal to the last one, like its size: a save in place is published', async ({ onTestFinished }) => {
    const pipeline = await publishedPipeline(onTestFinished)
    const time = new Date(Date.now() - day)
    for (const serial of [2, 3]) {
      await writeFile(pipeline.file, serialList(serial))
      await utimes(pipeline.file, time, time)
      await pipeline.shows(serial)
    }
    expect(pipeline.serials()).toEqual([1, 2, 3])
  })
})
