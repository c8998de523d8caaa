import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { entries, grid, type PublishingFolder, publishFolder, until } from './publisher.fixture.ts'

// The publisher with its real parts: the rendering process, the watch on a real folder, and the clocks.

let paddock: PublishingFolder

beforeAll(async () => {
  paddock = await publishFolder(grid(entries(5)))
})

afterAll(() => paddock.stop())

const names = () => [...paddock.log.current().drivers.keys()]

describe('publisher on a real folder', () => {
  test('makes one revision of a saved change, with only that change', async () => {
    const before = paddock.revisions.length
    const changed = entries(names().length).with(2, { name: 'Number2', number: '3', run: '39.000' })
    await paddock.save('live.rgg', grid(changed))
    await until(() => paddock.revisions.length > before, 'the change is published')
    expect(paddock.revisions.slice(before).map(({ changes }) => changes)).toEqual([
      {
        create: [],
        update: [{ driver_name: 'Number2 Driver', class: 'SS', number: '3', runs: ['39.000'] }],
        destroy: [],
      },
    ])
  })

  test('publishes a file that is put in place by rename', async () => {
    const count = names().length + 1
    await writeFile(join(paddock.folder, '.live.rgg.x1'), grid(entries(count)))
    await rename(join(paddock.folder, '.live.rgg.x1'), join(paddock.folder, 'live.rgg'))
    await until(() => names().length === count, 'the renamed file is published')
  })

  test('shows a half-written file as a problem until it is whole', async () => {
    const problems = () => paddock.publisher.state().problems.map(({ code }) => code)
    const count = names().length + 1
    await paddock.save('live.rgg', grid(entries(count)).slice(0, -12))
    await until(() => problems().length > 0, 'the problem shows')
    expect(problems()).toEqual(['half_written'])
    await paddock.save('live.rgg', grid(entries(count)))
    await until(() => names().length === count, 'the whole file is published')
    expect(problems()).toEqual([])
  })
})
