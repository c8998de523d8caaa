import { rmSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { startAppender } from './appender-process.fixture.ts'
import { openSqliteRevisionLog } from './sqlite-revision-log.ts'
import { type Image, putImage, takeImage, temporaryFolder } from './sqlite-storage.fixture.ts'

/** `finished` is the hook of the running test: concurrent tests need their own. */
function ownFolder(finished: typeof onTestFinished = onTestFinished): string {
  const folder = temporaryFolder()
  finished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

describe.concurrent('a killed process', () => {
  test.for([
    { moment: 'while it opens the log', word: 'starting', atMost: 60 },
    { moment: 'while it appends', word: 'announced', atMost: 40 },
    { moment: 'after it pruned old revisions', word: 'announced', atMost: 200 },
  ])(
    '[P1] [P3] [P4] [L1] [L5] loses no announced version when it is killed $moment',
    async ({ word, atMost }, { onTestFinished }) => {
      const moments = fc.array(fc.double({ min: 0, max: atMost, noNaN: true }), { minLength: 5, maxLength: 5 })
      const property = fc.asyncProperty(moments, (all) => killAt(all, word, ownFolder(onTestFinished)))
      await fc.assert(property, { numRuns: 1, endOnFailure: true })
    },
  )
})

/** Starts a process for each moment, and kills it so many milliseconds after it printed the word. */
async function killAt(moments: readonly number[], word: string, folder: string): Promise<void> {
  const contents = new Map<string, string>()
  let newest = 0
  let logName: string | undefined

  const note = (log: string, version: string, checksum: string) => {
    logName ??= log
    expect(log).toBe(logName)
    expect(checksum).toBe(contents.get(version) ?? checksum)
    contents.set(version, checksum)
    newest = Math.max(newest, Number(version))
  }

  for (const moment of moments) {
    const appender = await startAppender(folder)
    await appender.heard(word)
    await wait(moment)
    await appender.kill()
    for (const [word, log = '', version = '', checksum = ''] of appender.said) {
      // Before the first announced version nothing can be lost, and a half-made log may be made again.
      if (contents.size > 0) expect(word).not.toBe('warning')
      if (word === 'open') expect(Number(version)).toBeGreaterThanOrEqual(newest)
      if (word === 'announced') expect(Number(version)).toBe(newest + 1)
      if (word === 'open' || word === 'announced') note(log, version, checksum)
    }
    if (contents.size === 0) continue
    const { log, warnings } = await reopen(folder)
    expect(warnings).toEqual([])
    const { version, checksum } = log.current()
    expect(version).toBeGreaterThanOrEqual(newest)
    note(log.current().log, String(version), String(checksum))
    await log.close()
  }
}

describe('a crash during a write', () => {
  test('[P3] [L5] leaves the log as it was before or after an append that is cut at any byte', async () => {
    const { folder, before, after, image } = await brokenAppend()
    for (const broken of breaks(image.before, image.after)) {
      putImage(folder, broken)
      const { log, warnings } = await reopen(folder)
      expect(warnings).toEqual([])
      expect([before, after]).toContainEqual(log.current())
      await log.close()
    }
  })

  test('[L5] leaves an empty log that can be opened when the creation is cut at any byte', async () => {
    const folder = ownFolder()
    const nothing = takeImage(folder)
    const { log } = await reopen(folder)
    const made = takeImage(folder)
    await log.close()
    for (const broken of breaks(nothing, made)) {
      putImage(folder, broken)
      const { log } = await reopen(folder)
      expect(log.current().drivers.size).toBe(0)
      await log.close()
    }
  })
})

async function brokenAppend() {
  const folder = ownFolder()
  const { log } = await reopen(folder)
  const append = (driver_name: string) => {
    const changes = { create: [], update: [{ driver_name }], destroy: [] }
    return log.append(log.current().version, { at: 1, sourceAt: undefined, changes, event: undefined })
  }
  const { state: before } = await append('Ann')
  const imageBefore = takeImage(folder)
  const { state: after } = await append('Bob')
  const imageAfter = takeImage(folder)
  await log.close()
  return { folder, before, after, image: { before: imageBefore, after: imageAfter } }
}

/** What a disk may hold between two images: a shorter -wal file, or one whose end is arbitrary bytes. */
function* breaks(before: Image, after: Image): Iterable<Image> {
  const wal = 'paddock.db-wal'
  const whole = after.get(wal) ?? Buffer.alloc(0)
  const start = before.get(wal)?.length ?? 0
  const step = Math.max(1, Math.floor((whole.length - start) / 40))
  for (let length = start; length <= whole.length; length += step) {
    const database = new Map([...before, ['paddock.db', after.get('paddock.db')] as const])
    yield new Map([...database, [wal, whole.subarray(0, length)] as const])
    yield new Map([
      ...database,
      [wal, Buffer.concat([whole.subarray(0, length), Buffer.alloc(whole.length - length, 165)])],
    ])
  }
}

async function reopen(folder: string) {
  const warnings: string[] = []
  const log = await openSqliteRevisionLog({ folder, now: Date.now, warn: (message) => warnings.push(message) })
  return { log, warnings }
}
