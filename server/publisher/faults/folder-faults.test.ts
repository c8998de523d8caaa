import { mkdir, rename, rm, symlink, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  layDataFolder,
  onlyHints,
  type Pipeline,
  publishedPipeline,
  startPipeline,
  temporaryFolder,
} from '../pipeline.fixture.ts'
import { until } from '../publisher.fixture.ts'
import { serialList } from '../serial-list.fixture.ts'

/** Saves into a folder until three saves are published: without looks, only a watch on that folder notices them. */
async function expectWatched(pipeline: Pipeline, folder: string, firstSerial: number): Promise<void> {
  const noticed = new Set(pipeline.serials())
  for (let serial = firstSerial; pipeline.serials().filter((one) => !noticed.has(one)).length < 3; serial += 1) {
    if (serial === firstSerial + 90) throw new Error('what was saved into the folder was not noticed')
    await writeFile(join(folder, 'live.rgg'), serialList(serial))
    // A watch that has not begun yet misses a save; the loop makes the next one.
    await until(() => pipeline.serials().includes(serial), 'the save is published', 250).catch(() => {})
  }
}

const isWell = ({ publisher }: Pipeline) =>
  until(() => publisher.state().problems.length === 0, 'the files can be used')

describe.concurrent('the data folder', () => {
  test('that is replaced by another one is no longer watched, and the new one is read and watched', async ({
    onTestFinished,
  }) => {
    const pipeline = await publishedPipeline(onTestFinished, { schedule: onlyHints })
    const { folder, base } = pipeline
    await expectWatched(pipeline, folder, 10)
    await layDataFolder(join(base, 'next'), serialList(100))
    await rename(folder, join(base, 'old'))
    await rename(join(base, 'next'), folder)
    await pipeline.shows(100)
    await writeFile(join(base, 'old', 'live.rgg'), serialList(200))
    await expectWatched(pipeline, folder, 300)
    expect(pipeline.serials()).not.toContain(200)
  })

  test('that is removed and made again at once, perhaps as the same inode, is watched', async ({ onTestFinished }) => {
    const pipeline = await publishedPipeline(onTestFinished, { schedule: onlyHints })
    const { folder } = pipeline
    for (const serial of [100, 200]) {
      await rm(folder, { recursive: true })
      await layDataFolder(folder, serialList(serial))
      await pipeline.shows(serial)
      await pipeline.compared()
      await expectWatched(pipeline, folder, serial + 1)
    }
  })

  test('that is missing for a while keeps the list, shows as stalled, and is read when it is back', async ({
    onTestFinished,
  }) => {
    const pipeline = await publishedPipeline(onTestFinished, { schedule: { lookInterval: 1000 } })
    const { folder, base, publisher } = pipeline
    await rename(folder, join(base, 'away'))
    await until(() => publisher.state().stalled_since !== undefined, 'the publisher is stalled')
    expect(publisher.state().problems.map(({ code }) => code)).toContain('file_missing')
    await pipeline.compared()
    expect(pipeline.serials()).toEqual([1])
    await mkdir(folder)
    await pipeline.compared()
    await rm(folder, { recursive: true })
    await rename(join(base, 'away'), folder)
    await writeFile(join(folder, 'live.rgg'), serialList(2))
    await pipeline.shows(2)
    await isWell(pipeline)
    expect(pipeline.serials()).toEqual([1, 2])
  })

  test('behind a link is watched, and so is the folder to which the link leads later', async ({ onTestFinished }) => {
    const base = await temporaryFolder(onTestFinished)
    const link = join(base, 'current')
    await layDataFolder(join(base, 'saturday'))
    await layDataFolder(join(base, 'sunday'), serialList(100))
    await symlink('saturday', link)
    const pipeline = await startPipeline(link, join(base, 'state'), { schedule: onlyHints })
    onTestFinished(pipeline.stop)
    await expectWatched(pipeline, join(base, 'saturday'), 10)

    await symlink('sunday', `${link}.new`)
    await rename(`${link}.new`, link)
    await pipeline.shows(100)
    await writeFile(join(base, 'saturday', 'live.rgg'), serialList(200))
    await expectWatched(pipeline, join(base, 'sunday'), 300)
    expect(pipeline.serials()).not.toContain(200)

    await unlink(link)
    await until(() => pipeline.publisher.state().stalled_since !== undefined, 'the missing link shows')
    await symlink('sunday', link)
    await isWell(pipeline)
    await expectWatched(pipeline, join(base, 'sunday'), 400)
  })
})
