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

/** Saves until it is a hint: a watch takes a moment to begin. */
async function saveUntil(isHinted: () => boolean): Promise<void> {
  let saves = 0
  await until(() => {
    if (saves++ % 10 === 0) void writeFile(join(folder, 'live.rgg'), String(saves)).catch(() => {})
    return isHinted()
  }, 'the saved file is a hint')
}

/** A file that is saved in the folder is a hint. */
function expectHint(): Promise<void> {
  const before = hints
  return saveUntil(() => hints > before)
}

describe('the watch on real files', { timeout: 300_000 }, () => {
  test('hints at a saved file, and no longer after stop', async () => {
    start()
    await expectHint()
    await stop()
    const before = hints
    // Another watch shows that the later save could be noticed.
    let witnessed = 0
    const witness = () => {
      witnessed += 1
    }
    const stopWitness = watchFolder(folder, witness, () => {}, { timers: time })
    await saveUntil(() => witnessed > 0)
    await stopWitness()
    expect(hints).toBe(before)
  })

  test('hints at a saved file in a folder that was put in the place of the watched one', async () => {
    start()
    await mkdir(join(parent, 'next'))
    await rename(folder, join(parent, 'before'))
    await rename(join(parent, 'next'), folder)
    await time.pass(2000)
    await expectHint()
    expect(warnings).toEqual([])
  })
})

describe('the watch', () => {
  let watched: string[]
  let stopped: string[]

  beforeEach(() => {
    watched = []
    stopped = []
  })

  /** Notes which folders are watched, without an event of its own. */
  const noting: Watch = (path) => {
    watched.push(path)
    return async () => {
      stopped.push(path)
    }
  }

  test('hints at a replaced folder, and moves from the old folder to the new one', async () => {
    start(noting)
    await rm(folder, { recursive: true })
    await mkdir(folder)
    await time.pass(1999)
    expect(hints).toBe(0)
    await time.pass(1)
    expect({ hints, watched, stopped }).toEqual({ hints: 1, watched: [folder, folder], stopped: [folder] })
    await time.pass(20_000)
    expect(hints).toBe(1)
  })

  test('is on the folder to which a link leads, and moves when the link does', async () => {
    const [first, second] = [join(parent, 'saturday'), join(parent, 'sunday')]
    await rename(folder, first)
    await mkdir(second)
    await symlink(first, folder)
    start(noting)
    await rm(folder)
    await symlink(second, folder)
    await time.pass(2000)
    expect({ hints, watched, stopped }).toEqual({ hints: 1, watched: [first, second], stopped: [first] })
  })

  test('goes on when the folder cannot be looked at for a while', async () => {
    start(noting)
    await rename(folder, join(parent, 'before'))
    await symlink('data', folder)
    await time.pass(6000)
    expect({ hints, watched }).toEqual({ hints: 1, watched: [folder] })
    await rm(folder)
    await mkdir(folder)
    await time.pass(2000)
    expect({ hints, watched, stopped }).toEqual({ hints: 2, watched: [folder, folder], stopped: [folder] })
  })

  test('begins on a folder that cannot be looked at, and is on it once it can be', async () => {
    await rm(folder, { recursive: true })
    await symlink('data', folder)
    start(noting)
    await rm(folder)
    await mkdir(folder)
    await time.pass(2000)
    expect({ hints, watched }).toEqual({ hints: 1, watched: [folder, folder] })
  })

  test('looks no longer after stop', async () => {
    start(noting)
    await stop()
    await rm(folder, { recursive: true })
    await mkdir(folder)
    await time.pass(20_000)
    expect({ hints, watched, stopped }).toEqual({ hints: 0, watched: [folder], stopped: [folder] })
  })

  test('warns of an old watch that does not stop', async () => {
    start(() => () => (hints > 0 && warnings.length === 0 ? Promise.reject(new Error('busy')) : Promise.resolve()))
    await rm(folder, { recursive: true })
    await mkdir(folder)
    await time.pass(2000)
    expect(warnings).toEqual(['Error: busy'])
  })
})
