import { mkdir, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { defaultLossGuard } from './loss-guard.ts'
import { entries, grid, header, type PublishingFolder, publishFolder, until } from './publisher.fixture.ts'

let paddock: PublishingFolder

afterEach(() => paddock.stop())

const names = () => [...paddock.log.current().drivers.keys()]
const problems = () => paddock.publisher.state().problems.map(({ code, file, line }) => ({ code, file, line }))
const faster = (count: number, index: number, run: string) =>
  grid(entries(count).map((entry, at) => (at === index ? { ...entry, run } : entry)))

describe('publisher', { timeout: 60_000 }, () => {
  test('one saved change is one revision with just that', async () => {
    paddock = await publishFolder(grid(entries(5)))
    await paddock.save('live.rgg', faster(5, 2, '39.000'))
    await until(() => paddock.revisions.length === 2, 'the change is published')
    expect(paddock.revisions[1]?.changes).toEqual({
      create: [],
      update: [{ driver_name: 'Number2 Driver', class: 'SS', number: '3', runs: ['39.000'] }],
      destroy: [],
    })
  })

  test('saves within 50 ms become one revision, the last one holding', async () => {
    paddock = await publishFolder(grid(entries(5)))
    for (const run of ['39.900', '39.800', '39.700']) {
      await paddock.save('live.rgg', faster(5, 2, run))
      await sleep(12)
    }
    await until(() => paddock.revisions.length === 2, 'the changes are published')
    await sleep(300)
    expect(paddock.revisions).toHaveLength(2)
    expect(paddock.log.current().drivers.get('Number2 Driver')?.runs).toEqual(['39.700'])
  })

  test('a save that changes nothing makes no revision, but the age of the file', async () => {
    paddock = await publishFolder(grid(entries(5)))
    const before = paddock.publisher.state().source_at ?? 0
    await sleep(20)
    await paddock.save('live.rgg', grid(entries(5)))
    await until(() => (paddock.publisher.state().source_at ?? 0) > before, 'the new age is known')
    expect(paddock.revisions).toHaveLength(1)
  })

  test('a changed event is a revision without changes of drivers', async () => {
    paddock = await publishFolder(grid(entries(5)))
    await paddock.save('event.yaml', 'title: Another title\n')
    await until(() => paddock.revisions.length === 2, 'the event is published')
    expect(paddock.revisions[1]).toMatchObject({ changes: { update: [] }, event: { title: 'Another title' } })
  })

  test('500 random cuts, published as they come, never make a destroy that the whole file does not make', async () => {
    const content = Buffer.from(grid(entries(60)))
    paddock = await publishFolder(content)
    for (let cut = 0; cut < 500; cut += 1) {
      await paddock.save('live.rgg', content.subarray(0, Math.floor(Math.random() * content.length)))
      await sleep(Math.random() < 0.1 ? 120 : 8)
    }
    await paddock.save('live.rgg', faster(60, 59, '39.000'))
    await until(
      () => paddock.log.current().drivers.get('Number59 Driver')?.runs?.[0] === '39.000',
      'the whole file is published',
    )
    expect(paddock.revisions.flatMap(({ changes }) => changes.destroy)).toEqual([])
    const right = new Set([...entries(60).map(({ run }) => run), '39.000'])
    const shown = paddock.revisions.flatMap(({ changes }) => changes.update.flatMap(({ runs }) => runs?.flat() ?? []))
    expect(shown.filter((run) => !right.has(run))).toEqual([])
  })

  test.each([
    ['is empty', '', 'file_empty', 'live.rgg', undefined],
    ['is cut in the middle of a line', grid(entries(5)).slice(0, -12), 'half_written', 'live.rgg', 6],
    ['has another header', 'Who\tWhat\nJoan\t40.1\n', 'unreadable', 'live.rgg', 1],
    ['is UTF-16 nonsense', Uint8Array.from([0xff, 0xfe, 0x00, 0xd8, 0x00]), 'unreadable', 'live.rgg', 1],
  ])(
    'a file that %s leaves the last good list, says why, and heals by itself',
    async (_what, content, code, file, line) => {
      paddock = await publishFolder(grid(entries(5)))
      await paddock.save('live.rgg', content)
      await until(() => problems().length > 0, 'the problem shows')
      expect(problems()).toEqual([{ code, file, line }])
      expect(names()).toHaveLength(5)
      expect(paddock.publisher.state().stalled_since).toBeDefined()
      await paddock.save('live.rgg', grid(entries(6)))
      await until(() => names().length === 6, 'the good file is published')
      expect(paddock.publisher.state()).toMatchObject({ problems: [], stalled_since: undefined })
    },
  )

  test('a missing file and a broken template are said with file and line', async () => {
    paddock = await publishFolder(grid(entries(5)))
    await rm(join(paddock.folder, 'live.rgg'))
    await until(() => problems().some(({ code }) => code === 'file_missing'), 'the missing file shows')
    await paddock.save('drivers.jsonl.njk', 'one\n{% for %}')
    await until(() => problems().some(({ code }) => code === 'template_error'), 'the broken template shows')
    expect(problems()).toEqual([{ code: 'template_error', file: 'drivers.jsonl.njk', line: 2 }])
    expect(names()).toHaveLength(5)
  })

  test('a broken event.yaml leaves the event, and the drivers go on', async () => {
    paddock = await publishFolder(grid(entries(5)))
    await paddock.save('event.yaml', 'title: Test event\nscoring: luck\n')
    await until(() => problems().length > 0, 'the problem shows')
    expect(problems()).toEqual([{ code: 'event_file', file: 'event.yaml', line: 2 }])
    await paddock.save('live.rgg', grid(entries(6)))
    await until(() => names().length === 6, 'the drivers are published')
    expect(paddock.log.current().event?.title).toBe('Test event')
  })

  test('a file that is saved without a last newline from now on is held once, and then goes on being published', async () => {
    paddock = await publishFolder(grid(entries(5)), { guardTime: 1500 })
    for (let save = 0; save < 5; save += 1) {
      await paddock.save('live.rgg', faster(5, 4, `39.${900 - save}`).slice(0, -1))
      await sleep(400)
    }
    const shown = () => paddock.log.current().drivers.get('Number4 Driver')?.runs?.[0]
    await until(() => shown() === '39.896', 'the changes are published')
    await paddock.save('live.rgg', faster(5, 4, '39.800').slice(0, -1))
    await until(() => shown() === '39.800', 'the next change is published at once', 1400)
  })

  test('a sudden loss goes on being one while the file is half-written now and then', async () => {
    paddock = await publishFolder(grid(entries(20)), { guardTime: 1500 })
    for (let save = 0; save < 10 && names().length === 20; save += 1) {
      await paddock.save('live.rgg', grid(entries(10)).slice(0, -12))
      await sleep(150)
      await paddock.save('live.rgg', grid(entries(10)))
      await sleep(400)
    }
    // While it goes on: once the saves end, any hold would.
    expect(names()).toHaveLength(10)
  })

  test('what event.yaml says is published while a list is held', async () => {
    paddock = await publishFolder(grid(entries(5)))
    await paddock.save('live.rgg', header)
    await until(() => paddock.publisher.state().held !== undefined, 'the loss is held')
    await paddock.save('event.yaml', 'title: Test event\nstate: final\n')
    await until(() => paddock.log.current().event?.state === 'final', 'the event is published')
    expect(names()).toHaveLength(5)
  })

  test('a first list whose file is being written waits until it is whole', async () => {
    paddock = await publishFolder('')
    await paddock.save('live.rgg', grid(entries(2)))
    await until(() => paddock.publisher.state().held?.reason === 'just_written', 'the first list is held')
    expect(paddock.publisher.state().stalled_since).toBeUndefined()
    await paddock.save('live.rgg', grid(entries(5)))
    await until(() => names().length > 0, 'the list is published')
    expect(paddock.revisions.at(-1)?.changes.create).toHaveLength(5)
  })

  test('the start waits for a first list that was just written', async () => {
    paddock = await publishFolder(grid(entries(5)), {}, new Date())
    expect(names()).toHaveLength(5)
    expect(Date.now() - (paddock.publisher.state().source_at ?? 0)).toBeGreaterThanOrEqual(defaultLossGuard.settleTime)
  })

  test('a file that may end in the middle of a time waits', async () => {
    paddock = await publishFolder(grid(entries(5)), { guardTime: 60_000 })
    await paddock.save('live.rgg', faster(5, 4, '39.8').slice(0, -1))
    await until(() => paddock.publisher.state().held?.reason === 'maybe_half_written', 'the list is held')
    expect(paddock.revisions).toHaveLength(1)
  })

  test('a file from a clock that is ahead is as old as its change', async () => {
    paddock = await publishFolder(grid(entries(5)))
    const before = Date.now()
    await paddock.save('live.rgg', faster(5, 2, '39.900'))
    await utimes(join(paddock.folder, 'live.rgg'), new Date(), new Date(Date.now() + 3_600_000))
    await until(() => paddock.revisions.length >= 2, 'the change is published')
    await sleep(1500)
    const sourceAt = paddock.publisher.state().source_at ?? 0
    expect(sourceAt).toBeGreaterThanOrEqual(before - 1000)
    expect(sourceAt).toBeLessThan(Date.now() - 900)
  })

  test('a few drivers that went are gone after the settle time', async () => {
    paddock = await publishFolder(grid(entries(20)), { settleTime: 300 })
    await paddock.save('live.rgg', grid(entries(18)))
    await until(() => paddock.publisher.state().held !== undefined, 'the loss is held')
    expect(paddock.publisher.state()).toMatchObject({ held: { reason: 'some_lost' }, stalled_since: undefined })
    await until(() => names().length === 18, 'the loss is published')
    expect(paddock.revisions.at(-1)?.changes.destroy).toEqual(['Number18 Driver', 'Number19 Driver'])
  })

  test('many drivers that went are held, and come back with the good file', async () => {
    paddock = await publishFolder(grid(entries(20)), { guardTime: 60_000 })
    await paddock.save('live.rgg', grid(entries(10)))
    await until(() => paddock.publisher.state().held?.reason === 'many_lost', 'the loss is held')
    expect(names()).toHaveLength(20)
    await paddock.save('live.rgg', grid(entries(20)))
    await until(() => paddock.publisher.state().held === undefined, 'nothing is held')
    expect(paddock.revisions).toHaveLength(1)
  })

  test('many drivers that went are gone after the guard time', async () => {
    paddock = await publishFolder(grid(entries(20)), { guardTime: 400 })
    await paddock.save('live.rgg', grid(entries(10)))
    await until(() => names().length === 10, 'the loss is published')
  })

  test('an empty list waits for a person', async () => {
    paddock = await publishFolder(grid(entries(5)), { guardTime: 100, settleTime: 100 })
    await paddock.save('live.rgg', header)
    await until(() => paddock.publisher.state().held?.reason === 'all_lost', 'the loss is held')
    await sleep(500)
    expect(names()).toHaveLength(5)
    const id = paddock.publisher.state().held?.id ?? ''
    expect(await paddock.publisher.release('what was held before')).toBe('changed')
    expect(names()).toHaveLength(5)
    expect(await paddock.publisher.release(id)).toBe('released')
    expect(names()).toHaveLength(0)
    expect(await paddock.publisher.release(id)).toBe('nothing_held')
  })

  test('a file put in place by rename, and a folder put in place of the folder, are seen', async () => {
    paddock = await publishFolder(grid(entries(5)))
    await writeFile(join(paddock.folder, '.live.rgg.x1'), grid(entries(6)))
    await rename(join(paddock.folder, '.live.rgg.x1'), join(paddock.folder, 'live.rgg'))
    await until(() => names().length === 6, 'the renamed file is published')

    const next = `${paddock.folder}-next`
    await mkdir(next)
    for (const file of ['event.yaml', 'drivers.jsonl.njk']) {
      await rename(join(paddock.folder, file), join(next, file))
    }
    await writeFile(join(next, 'live.rgg'), grid(entries(7)))
    await rm(paddock.folder, { recursive: true })
    await rename(next, paddock.folder)
    await until(() => names().length === 7, 'the new folder is published')
    await paddock.save('live.rgg', grid(entries(8)))
    await until(() => names().length === 8, 'the new folder is watched')
  })
})
