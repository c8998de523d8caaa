import { appendFile, mkdir, rename, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { type Pipeline, publishedPipeline } from '../pipeline.fixture.ts'
import { until } from '../publisher.fixture.ts'
import { serialList } from '../serial-list.fixture.ts'

const next = serialList(2)
const problems = ({ publisher }: Pipeline) => publisher.state().problems.map(({ code }) => code)

/** How a program may replace one whole list by the next, and be looked at between any two steps. */
const ways: Record<string, (file: string, looked: () => Promise<void>) => Promise<void>> = {
  'another file that is renamed over it': async (file, looked) => {
    await writeFile(`${file}.part`, next.slice(0, 300))
    await looked()
    await writeFile(`${file}.part`, next)
    await rename(`${file}.part`, file)
  },
  'the old one renamed away, and the new one into its place': async (file, looked) => {
    await rename(file, `${file}.bak`)
    await looked()
    await writeFile(`${file}.tmp`, next)
    await rename(`${file}.tmp`, file)
  },
  'emptied, half of it, all of it': async (file, looked) => {
    for (const length of [0, next.length / 2, next.length]) {
      await writeFile(file, next.slice(0, length))
      await looked()
    }
  },
  'deleted and created a moment later': async (file) => {
    await rm(file)
    await sleep(5)
    await writeFile(file, next)
  },
  'written in small pieces': async (file, looked) => {
    await truncate(file, 0)
    for (let at = 0; at < next.length; at += 40) {
      await appendFile(file, next.slice(at, at + 40))
      if (at % 120 === 0) await looked()
    }
  },
  'cut shorter and shorter before it is whole': async (file, looked) => {
    for (const length of [next.length - 4, next.length - 9, next.lastIndexOf('SS'), next.indexOf('SS')]) {
      await truncate(file, 0)
      await writeFile(file, next.slice(0, length))
      await looked()
    }
    await writeFile(file, next)
  },
  'after the old one was cut off at its last newline': async (file, looked) => {
    await writeFile(file, serialList(1).slice(0, -1))
    await looked()
    await writeFile(file, next.slice(0, -3))
    await looked()
    await writeFile(file, next)
  },
  'zero bytes where the disk has nothing yet': async (file, looked) => {
    await writeFile(file, Buffer.from(next).fill(0, next.length - 5, next.length - 2))
    await looked()
    await writeFile(file, next)
  },
}

describe.concurrent('[P1] [L1] a list is replaced by the next one and by nothing between', { timeout: 300_000 }, () => {
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

describe.concurrent('a file that cannot be used', { timeout: 300_000 }, () => {
  test('saved twice, touched, and put back as it was, makes no version', async ({ onTestFinished }) => {
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

  test('gone for longer: the list stays, the state says so, and it comes back', async ({ onTestFinished }) => {
    const pipeline = await publishedPipeline(onTestFinished)
    await rm(pipeline.file)
    await until(() => problems(pipeline).length > 0, 'the problem shows')
    expect(problems(pipeline)).toEqual(['file_missing'])
    expect(pipeline.publisher.state().stalled_since).toBeLessThanOrEqual(Date.now())
    await writeFile(pipeline.file, next)
    await pipeline.shows(2)
    expect(pipeline.serials()).toEqual([1, 2])
  })

  // Rights would not stop an administrator: these stop everybody.
  test.for<[string, (path: string) => Promise<unknown>]>([
    ['a folder', (path) => mkdir(path)],
    ['a link that leads to itself', (path) => symlink(path, path)],
    ['a link out of the data folder', (path) => symlink('/etc/hostname', path)],
  ])(
    '%s in the place of each file: the list stays, and the state names the file',
    async ([, put], { onTestFinished }) => {
      const pipeline = await publishedPipeline(onTestFinished)
      for (const [index, name] of ['live.rgg', 'drivers.jsonl.njk', 'event.yaml'].entries()) {
        const path = `${pipeline.folder}/${name}`
        await rename(path, `${path}.old`)
        await put(path)
        const named = () => pipeline.publisher.state().problems.filter(({ file }) => file === name)
        await until(() => named().length > 0, `${name} is said to be a problem`)
        expect(['unreadable', 'outside_data_folder']).toContain(named()[0]?.code)
        expect(pipeline.serials()).toEqual(Array.from({ length: index + 1 }, (_, at) => at + 1))
        await rm(path, { recursive: true })
        await rename(`${path}.old`, path)
        await writeFile(pipeline.file, serialList(index + 2))
        await pipeline.shows(index + 2)
      }
    },
  )

  test('one that is too large, or has too much in it: the list stays, and it heals', async ({ onTestFinished }) => {
    const pipeline = await publishedPipeline(onTestFinished, { ownProcess: true })
    for (const [bytes, wanted] of [
      [33 * 1024 * 1024, 'file_too_large'],
      [600_000, 'template_output'],
    ] as const) {
      await writeFile(pipeline.file, next.repeat(Math.ceil(bytes / next.length)))
      await until(() => problems(pipeline).includes(wanted), `${bytes} bytes are ${wanted}`)
      expect(pipeline.publisher.state().stalled_since).toBeDefined()
      await writeFile(pipeline.file, serialList(1))
      await until(() => problems(pipeline).length === 0, 'the file can be used again')
    }
    expect(pipeline.serials()).toEqual([1])
  })
})

describe.concurrent("another event's file", { timeout: 300_000 }, () => {
  const others = serialList(7).replaceAll(/Number(?=\d)/g, 'Other')

  test('is held for what it is, and gone when the right one is saved again', async ({ onTestFinished }) => {
    const pipeline = await publishedPipeline(onTestFinished)
    const { publisher } = pipeline
    await writeFile(pipeline.file, others)
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

  test('[L1] goes out as a whole, once, when a person says so', async ({ onTestFinished }) => {
    const pipeline = await publishedPipeline(onTestFinished)
    const { publisher, log } = pipeline
    await writeFile(pipeline.file, others)
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
