import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type ManualTime, manualTime } from '../../lib/time/manual-time.fixture.ts'
import { until } from './publisher.fixture.ts'
import { type StopWatching, type Watch, watchFolder } from './watch.ts'

let parent: string
let folder: string
let time: ManualTime
let hints: number
let warnings: string[]
let stop: StopWatching

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'paddock-watch-'))
  folder = join(parent, 'data')
  await mkdir(folder)
  time = manualTime()
  hints = 0
  warnings = []
})

afterEach(async () => {
  await stop()
  await rm(parent, { recursive: true })
})

function start(watch?: Watch): void {
  const hint = () => {
    hints += 1
  }
  stop = watchFolder(folder, hint, (message) => warnings.push(message), { timers: time, ...(watch ? { watch } : {}) })
}

/** Saves a file until the condition holds: a watch takes a moment to begin. */
async function saveUntil(isHinted: () => boolean): Promise<void> {
  let saves = 0
  await until(() => {
    if (saves++ % 10 === 0) void writeFile(join(folder, 'live.rgg'), String(saves)).catch(() => {})
    return isHinted()
  }, 'the saved file causes a hint')
}

/** Expects that a saved file causes a hint. */
function expectHint(): Promise<void> {
  const before = hints
  return saveUntil(() => hints > before)
}

describe('the watch on real files', () => {
  test('hints at a saved file, and not after stop', async () => {
    start()
    await expectHint()
    await stop()
    const before = hints
    // A second watch proves that the save was noticeable.
    let noticed = 0
    const notice = () => {
      noticed += 1
    }
    const stopSecond = watchFolder(folder, notice, () => {}, { timers: time })
    await saveUntil(() => noticed > 0)
    await stopSecond()
    expect(hints).toBe(before)
  })

  test('hints at a saved file in a folder that replaced the watched one', async () => {
    start()
    await mkdir(join(parent, 'next'))
    await rename(folder, join(parent, 'before'))
    await rename(join(parent, 'next'), folder)
    await time.pass(2000)
    await expectHint()
    expect(warnings).toEqual([])
  })
})

describe('the watch on made-up events', () => {
  let watched: string[]
  let stopped: string[]

  beforeEach(() => {
    watched = []
    stopped = []
  })

  /** A watch without events that records the watched folders. */
  const recording: Watch = (path) => {
    watched.push(path)
    return async () => {
      stopped.push(path)
    }
  }

  test('hints when the folder is replaced, and watches the new folder instead of the old one', async () => {
    start(recording)
    await rm(folder, { recursive: true })
    await mkdir(folder)
    await time.pass(1999)
    expect(hints).toBe(0)
    await time.pass(1)
    expect({ hints, watched, stopped }).toEqual({ hints: 1, watched: [folder, folder], stopped: [folder] })
    await time.pass(20_000)
    expect(hints).toBe(1)
  })

  test('watches the folder behind a link, and the new one when the link changes', async () => {
    const [first, second] = [join(parent, 'saturday'), join(parent, 'sunday')]
    await rename(folder, first)
    await mkdir(second)
    await symlink(first, folder)
    start(recording)
    await rm(folder)
    await symlink(second, folder)
    await time.pass(2000)
    expect({ hints, watched, stopped }).toEqual({ hints: 1, watched: [first, second], stopped: [first] })
  })

  test('keeps its watch while the folder cannot be read, and watches the new folder afterwards', async () => {
    start(recording)
    await rename(folder, join(parent, 'before'))
    await symlink('data', folder)
    await time.pass(6000)
    expect({ hints, watched }).toEqual({ hints: 1, watched: [folder] })
    await rm(folder)
    await mkdir(folder)
    await time.pass(2000)
    expect({ hints, watched, stopped }).toEqual({ hints: 2, watched: [folder, folder], stopped: [folder] })
  })

  test('starts on an unreadable folder, and watches it again once it can be read', async () => {
    await rm(folder, { recursive: true })
    await symlink('data', folder)
    start(recording)
    await rm(folder)
    await mkdir(folder)
    await time.pass(2000)
    expect({ hints, watched }).toEqual({ hints: 1, watched: [folder, folder] })
  })

  test('watches no replaced folder after stop', async () => {
    start(recording)
    await stop()
    await rm(folder, { recursive: true })
    await mkdir(folder)
    await time.pass(20_000)
    expect({ hints, watched, stopped }).toEqual({ hints: 0, watched: [folder], stopped: [folder] })
  })

  test('warns when the old watch cannot be stopped', async () => {
    start(() => () => (hints > 0 && warnings.length === 0 ? Promise.reject(new Error('busy')) : Promise.resolve()))
    await rm(folder, { recursive: true })
    await mkdir(folder)
    await time.pass(2000)
    expect(warnings).toEqual(['Error: busy'])
  })
})
