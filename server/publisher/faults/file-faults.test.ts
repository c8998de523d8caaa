import { appendFile, mkdir, rename, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { type Pipeline, publishedPipeline } from '../pipeline.fixture.ts'
import { until } from '../publisher.fixture.ts'
import { serialList } from '../serial-list.fixture.ts'

const next = serialList(2)
const problems = ({ publisher }: Pipeline) => publisher.state().problems.map(({ code }) => code)

/** How a program replaces one whole list by the next; passes may read the file between any two steps. */
const ways: Record<string, (file: string, looked: () => Promise<void>) => Promise<void>> = {
  'by another file that is renamed over it': async (file, looked) => {
    await writeFile(`${file}.part`, next.slice(0, 300))
    await looked()
    await writeFile(`${file}.part`, next)
    await rename(`${file}.part`, file)
  },
  'by renaming the old file away and the new one to its name': async (file, looked) => {
    await rename(file, `${file}.bak`)
    await looked()
    await writeFile(`${file}.tmp`, next)
    await rename(`${file}.tmp`, file)
  },
  'by emptying the file, writing half of it, and all of it': async (file, looked) => {
    for (const length of [0, next.length / 2, next.length]) {
      await writeFile(file, next.slice(0, length))
      await looked()
    }
  },
  'by deleting the file and creating it a moment later': async (file) => {
    await rm(file)
    await sleep(5)
    await writeFile(file, next)
  },
  'by writing it in small pieces': async (file, looked) => {
    await truncate(file, 0)
    for (let at = 0; at < next.length; at += 40) {
      await appendFile(file, next.slice(at, at + 40))
      if (at % 120 === 0) await looked()
    }
  },
  'by writing it cut off four times before it is whole': async (file, looked) => {
    for (const length of [next.length - 4, next.length - 9, next.lastIndexOf('SS'), next.indexOf('SS')]) {
      await truncate(file, 0)
      await writeFile(file, next.slice(0, length))
      await looked()
    }
    await writeFile(file, next)
  },
  'after the old file lost its last newline': async (file, looked) => {
    await writeFile(file, serialList(1).slice(0, -1))
    await looked()
    await writeFile(file, next.slice(0, -3))
    await looked()
    await writeFile(file, next)
  },
  'after zero bytes where the disk has no content yet': async (file, looked) => {
    await writeFile(file, Buffer.from(next).fill(0, next.length - 5, next.length - 2))
    await looked()
    await writeFile(file, next)
  },
}

describe.concurrent('[P1] [L1] only the whole next list is published when it replaces the file', () => {
  test.for(Object.entries(ways))('%s', async ([, save], { onTestFinished }) => {
    const pipeline = await publishedPipeline(onTestFinished)
    await save(pipeline.file, pipeline.looked)
    await pipeline.shows(2)
    await pipeline.looked()
    expect(pipeline.serials()).toEqual([1, 2])
    const [first = 0, second = 0] = pipeline.announced.map(({ version }) => version)
    expect(second).toBe(first + 1)
    expect(pipeline.publisher.state()).toMatchObject({ problems: [], held: undefined, stalled_since: undefined })
  })
})

describe.concurrent('a data folder', () => {
  test('with a file that is saved twice, touched, and renamed away and back makes no version', async ({
    onTestFinished,
  }) => {
    const pipeline = await publishedPipeline(onTestFinished)
    const { file, looked } = pipeline
    await writeFile(file, serialList(1))
    await writeFile(file, serialList(1))
    await looked()
    await utimes(file, new Date(), new Date(Date.now() + 5000))
    await looked()
    await rename(file, `${file}.old`)
    await rename(`${file}.old`, file)
    await looked()
    expect(pipeline.serials()).toEqual([1])
  })

  test('without its timing file keeps the list, shows a problem, and publishes the file once it is back', async ({
    onTestFinished,
  }) => {
    const pipeline = await publishedPipeline(onTestFinished)
    await rm(pipeline.file)
    await until(() => problems(pipeline).length > 0, 'the problem shows')
    expect(problems(pipeline)).toEqual(['file_missing'])
    expect(pipeline.publisher.state().stalled_since).toBeLessThanOrEqual(Date.now())
    await writeFile(pipeline.file, next)
    await pipeline.shows(2)
    expect(pipeline.serials()).toEqual([1, 2])
  })

  // Access rights do not stop an administrator; these stop every user.
  test.for<[string, (path: string) => Promise<unknown>]>([
    ['a folder', (path) => mkdir(path)],
    ['a link that leads to itself', (path) => symlink(path, path)],
    ['a link out of the data folder', (path) => symlink('/etc/hostname', path)],
  ])(
    'with %s in place of each file keeps the list, and names the file in a problem',
    async ([, put], { onTestFinished }) => {
      const pipeline = await publishedPipeline(onTestFinished)
      for (const [index, name] of ['live.rgg', 'drivers.jsonl.njk', 'event.yaml'].entries()) {
        const path = `${pipeline.folder}/${name}`
        await rename(path, `${path}.old`)
        await put(path)
        const named = () => pipeline.publisher.state().problems.filter(({ file }) => file === name)
        await until(() => named().length > 0, `${name} shows as a problem`)
        expect(['unreadable', 'outside_data_folder']).toContain(named()[0]?.code)
        expect(pipeline.serials()).toEqual(Array.from({ length: index + 1 }, (_, at) => at + 1))
        await rm(path, { recursive: true })
        await rename(`${path}.old`, path)
        await writeFile(pipeline.file, serialList(index + 2))
        await pipeline.shows(index + 2)
      }
    },
  )

  test('with a file that is too large, or has too many entries, keeps the list until the file is usable', async ({
    onTestFinished,
  }) => {
    const pipeline = await publishedPipeline(onTestFinished, { ownProcess: true })
    const ways = [
      ['file_too_large', () => truncate(pipeline.file, 33 * 1024 * 1024)],
      ['list_too_large', () => writeFile(pipeline.file, `Class\tNumber\tName\n${'S\t1\tN\n'.repeat(20_001)}`)],
    ] as const
    for (const [code, save] of ways) {
      await save()
      await until(() => problems(pipeline).includes(code), `the file is ${code}`)
      expect(pipeline.publisher.state().stalled_since).toBeDefined()
      await writeFile(pipeline.file, serialList(1))
      await until(() => problems(pipeline).length === 0, 'the file can be used again')
    }
    expect(pipeline.serials()).toEqual([1])
  })
})

describe.concurrent('the list of another event', () => {
  const foreign = serialList(7).replaceAll(/Number(?=\d)/g, 'Other')

  test('is held as a loss of all drivers, and dropped when the right list is saved', async ({ onTestFinished }) => {
    const pipeline = await publishedPipeline(onTestFinished)
    const { publisher } = pipeline
    await writeFile(pipeline.file, foreign)
    await until(() => publisher.state().held !== undefined, 'the file is held')
    await pipeline.looked()
    const { held, stalled_since, entries, problems } = publisher.state()
    expect(held).toMatchObject({ reason: 'many_lost', shown: 20, found: 20 })
    expect(held?.lost).toHaveLength(20)
    expect(stalled_since).toBeLessThanOrEqual(Date.now())
    expect({ entries, problems }).toEqual({ entries: 20, problems: [] })
    expect(pipeline.serials()).toEqual([1])

    await writeFile(pipeline.file, next)
    await pipeline.shows(2)
    expect(publisher.state()).toMatchObject({ held: undefined, stalled_since: undefined })
    expect(await publisher.release(held?.id ?? '')).toBe('nothing_held')
    expect(pipeline.serials()).toEqual([1, 2])
  })

  test('[L1] is published as a whole, once, when a person releases it', async ({ onTestFinished }) => {
    const pipeline = await publishedPipeline(onTestFinished)
    const { publisher, log } = pipeline
    await writeFile(pipeline.file, foreign)
    await until(() => publisher.state().held !== undefined, 'the file is held')
    const before = log.current().version
    expect(await publisher.release(publisher.state().held?.id ?? '')).toBe('released')
    expect(log.current().version).toBe(before + 1)
    expect([...log.current().drivers.keys()].filter((name) => !name.startsWith('Other'))).toEqual([])
    expect(log.current().drivers.size).toBe(20)
    await pipeline.looked()
    expect(log.current().version).toBe(before + 1)
    expect(publisher.state()).toMatchObject({ held: undefined, stalled_since: undefined })
  })
})
