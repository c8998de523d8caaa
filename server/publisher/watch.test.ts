import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { until } from './publisher.fixture.ts'
import { type Stop, watchFolder } from './watch.ts'

let parent: string
let folder: string
let hints: number
let warnings: string[]
let stop: Stop

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'paddock-watch-'))
  folder = join(parent, 'data')
  await mkdir(folder)
  hints = 0
  warnings = []
})

afterEach(async () => {
  await stop()
  vi.useRealTimers()
  await rm(parent, { recursive: true })
})

function watch(): void {
  stop = watchFolder(
    folder,
    () => {
      hints += 1
    },
    (message) => warnings.push(message),
  )
}

/** Saves until it is a hint: a watch takes a moment to begin. */
async function saveUntilHint(file: string): Promise<void> {
  const before = hints
  let saves = 0
  await until(() => {
    if (saves++ % 10 === 0) void writeFile(join(folder, file), String(saves)).catch(() => {})
    return hints > before
  }, `${file} is a hint`)
}

async function noMoreHints(): Promise<void> {
  for (let before = -1; before !== hints; ) {
    before = hints
    await sleep(500)
  }
}

describe('the watch', { timeout: 60_000 }, () => {
  test('hints at what is saved, until it is stopped', async () => {
    watch()
    await saveUntilHint('live.rgg')
    await noMoreHints()
    await stop()
    const before = hints
    await writeFile(join(folder, 'live.rgg'), 'after the end')
    await sleep(500)
    expect(hints).toBe(before)
  })

  test('hints at a folder that was put in the place of the folder, and at what is saved there', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    watch()
    await saveUntilHint('live.rgg')
    await mkdir(join(parent, 'next'))
    await rename(folder, join(parent, 'before'))
    await rename(join(parent, 'next'), folder)
    // What the watch on the folder before makes of it is not what is tested.
    await noMoreHints()
    const before = hints
    vi.advanceTimersByTime(2000)
    expect(hints).toBe(before + 1)
    await saveUntilHint('live.rgg')
    expect(warnings).toEqual([])
  })

  test('goes on when the folder cannot be looked at for a while', async () => {
    watch()
    await rename(folder, join(parent, 'before'))
    await symlink('data', folder)
    await sleep(2500)
    await rm(folder)
    await mkdir(folder)
    await saveUntilHint('live.rgg')
  })

  test('can be begun on a folder that cannot be looked at', async () => {
    await rm(folder, { recursive: true })
    await symlink('data', folder)
    expect(watch).not.toThrow()
    await rm(folder)
    await mkdir(folder)
    await saveUntilHint('live.rgg')
  })
})
