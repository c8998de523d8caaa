import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { defaultLossGuard } from '../loss-guard.ts'
import { entries, grid } from '../publisher.fixture.ts'
import { serialList, serialOf } from '../serial-list.fixture.ts'
import { type FolderPasses, folderPasses } from './folder-passes.fixture.ts'

const { guardTime } = defaultLossGuard
/** As long as the grace period of a problem, ms. */
const gracePeriod = 700

let paddock: FolderPasses

afterEach(() => paddock.remove())

const names = () => [...paddock.log.current().drivers.keys()]
const problems = () => paddock.pipeline().problems.map(({ code, file, line }) => ({ code, file, line }))
/** The grid in which the run of one entry is changed. */
const faster = (count: number, index: number, run: string) =>
  grid(entries(count).map((entry, at) => (at === index ? { ...entry, run } : entry)))
const runOf = (name: string) => paddock.log.current().drivers.get(name)?.runs?.[0]

describe('an unusable file', () => {
  test.each([
    ['is empty', '', 'file_empty', 'live.rgg', undefined],
    ['is cut in the middle of a line', grid(entries(5)).slice(0, -12), 'half_written', 'live.rgg', 6],
    ['has another header', 'Who\tWhat\nJoan\t40.1\n', 'unreadable', 'live.rgg', 1],
    ['is UTF-16 nonsense', Uint8Array.from([0xff, 0xfe, 0x00, 0xd8, 0x00]), 'unreadable', 'live.rgg', 1],
  ])(
    'that %s keeps the last good list and shows as a problem until it is usable',
    async (_what, content, code, file, line) => {
      paddock = await folderPasses(grid(entries(5)))
      await paddock.save('live.rgg', content)
      await paddock.passAfter(gracePeriod)
      expect(problems()).toEqual([{ code, file, line }])
      expect(names()).toHaveLength(5)
      expect(paddock.pipeline().stalled_since).toBeDefined()
      await paddock.save('live.rgg', grid(entries(6)))
      expect(names()).toHaveLength(6)
      expect(paddock.pipeline()).toMatchObject({ problems: [], stalled_since: undefined })
    },
  )

  test('shows as a problem with file and line when it is missing, or is a faulty template', async () => {
    paddock = await folderPasses(grid(entries(5)))
    await rm(join(paddock.folder, 'live.rgg'))
    await paddock.passAfter(0)
    await paddock.passAfter(gracePeriod)
    expect(problems()).toEqual([{ code: 'file_missing', file: 'live.rgg', line: undefined }])
    await paddock.save('drivers.jsonl.njk', 'one\n{% for %}')
    expect(problems()).toEqual([{ code: 'template_error', file: 'drivers.jsonl.njk', line: 2 }])
    expect(names()).toHaveLength(5)
  })

  test('as event.yaml keeps the event, while drivers are published', async () => {
    paddock = await folderPasses(grid(entries(5)))
    await paddock.save('event.yaml', 'title: Test event\nscoring: luck\n')
    await paddock.passAfter(gracePeriod)
    expect(problems()).toEqual([{ code: 'event_file', file: 'event.yaml', line: 2 }])
    await paddock.save('live.rgg', grid(entries(6)))
    expect(names()).toHaveLength(6)
    expect(paddock.log.current().event?.title).toBe('Test event')
  })
})

describe('a file that is cut off', () => {
  test.each([
    ['in a shorter and shorter file', (lengths: readonly number[]) => lengths.toReversed()],
    ['in a longer and longer file', (lengths: readonly number[]) => lengths],
  ])('at each byte, %s, publishes nothing, and the next whole file is published', async (_order, inOrder) => {
    // The last line ends with a time, so that a cut makes another time of it.
    const content = Buffer.from(serialList(1, 3))
    paddock = await folderPasses(content)
    for (const length of inOrder([...content.keys()])) {
      await paddock.save('live.rgg', content.subarray(0, length))
      expect({ length, revisions: paddock.revisions.length }).toEqual({ length, revisions: 1 })
    }
    await paddock.save('live.rgg', serialList(2, 3))
    expect(serialOf(paddock.log.current().drivers)).toBe(2)
  })

  test('at its last newline is held when its last time changed', async () => {
    paddock = await folderPasses(grid(entries(5)))
    await paddock.save('live.rgg', faster(5, 4, '39.8').slice(0, -1))
    expect(paddock.pipeline().held?.reason).toBe('maybe_half_written')
    expect(paddock.revisions).toHaveLength(1)
  })

  test('at its last newline in every save is held for one guard time, and later saves are published at once', async () => {
    paddock = await folderPasses(grid(entries(5)))
    for (let save = 0; save < 5; save += 1) {
      await paddock.save('live.rgg', faster(5, 4, `39.${900 - save}`).slice(0, -1))
      expect(paddock.pipeline().held?.reason).toBe('maybe_half_written')
      await paddock.passAfter(guardTime / 5 - 1)
    }
    await paddock.passAfter(5)
    expect(runOf('Number4 Driver')).toBe('39.896')
    await paddock.save('live.rgg', faster(5, 4, '39.800').slice(0, -1))
    expect(runOf('Number4 Driver')).toBe('39.800')
  })
})
