import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { LogState, RevisionLog } from '../revision-log.ts'
import { openHighWaterMark, readHighWaterMark } from './continuity.ts'
import { openSqliteRevisionLog } from './sqlite-revision-log.ts'
import { putImage, takeImage, temporaryFolder } from './sqlite-storage.fixture.ts'

let folder: string
let backup: string
let warnings: string[]

beforeEach(() => {
  folder = temporaryFolder()
  backup = `${folder}-backup`
  warnings = []
})
afterEach(() => {
  for (const one of [folder, backup]) rmSync(one, { recursive: true, force: true })
})

const open = (now: () => number = Date.now) =>
  openSqliteRevisionLog({ folder, now, warn: (message) => warnings.push(message) })

async function append(log: RevisionLog, ...names: string[]): Promise<LogState> {
  for (const driver_name of names) {
    const changes = { create: [], update: [{ driver_name }], destroy: [] }
    await log.append(log.current().version, { at: 1, sourceAt: 2, changes, event: undefined })
  }
  return log.current()
}

async function published(...names: string[]): Promise<LogState> {
  const log = await open()
  const state = await append(log, ...names)
  await log.close()
  return state
}

/** Expects that opening begins a new log with the list of `old`, at a version above `newest`, and warns. */
async function expectNewLog(old: LogState, newest: LogState, why: RegExp, now?: () => number): Promise<void> {
  const log = await open(now)
  const state = log.current()
  expect(state.log).not.toBe(newest.log)
  expect(state.log).not.toBe(old.log)
  expect(state.version).toBeGreaterThan(newest.version)
  expect(state).toMatchObject({ drivers: old.drivers, checksum: old.checksum, sourceAt: old.sourceAt })
  expect(warnings.join()).toMatch(why)
  expect(await log.since({ log: old.log, version: old.version })).toEqual({ kind: 'state', state })
  const after = await append(log, 'Later')
  await log.close()

  warnings = []
  const again = await open(now)
  expect(again.current()).toStrictEqual(after)
  expect(warnings).toEqual([])
  await again.close()
}

describe('[P2] a new log begins with the found list when the state folder has', () => {
  test('been deleted and copied back', async () => {
    const old = await published('Ann')
    cpSync(folder, backup, { recursive: true, preserveTimestamps: true })
    const newest = await published('Bob', 'Cid')
    rmSync(folder, { recursive: true })
    cpSync(backup, folder, { recursive: true, preserveTimestamps: true })
    await expectNewLog(old, newest, /copied or restored/)
  })

  test('been overwritten with an older copy', async () => {
    const old = await published('Ann')
    cpSync(folder, backup, { recursive: true, preserveTimestamps: true })
    const newest = await published('Bob')
    cpSync(backup, folder, { recursive: true, preserveTimestamps: true })
    await expectNewLog(old, newest, /copied or restored/)
  })

  test.skipIf(process.platform === 'win32')('been copied back with all times that a program can set', async () => {
    const old = await published('Ann')
    execFileSync('cp', ['-a', folder, backup])
    const newest = await published('Bob')
    rmSync(folder, { recursive: true })
    execFileSync('cp', ['-a', backup, folder])
    await expectNewLog(old, newest, /copied or restored/)
  })

  test('been replaced by a copy that was made while the log was open', async () => {
    const log = await open()
    const old = await append(log, 'Ann')
    cpSync(folder, backup, { recursive: true, preserveTimestamps: true })
    const newest = await append(log, 'Bob')
    await log.close()
    rmSync(folder, { recursive: true })
    cpSync(backup, folder, { recursive: true, preserveTimestamps: true })
    await expectNewLog(old, newest, /copied or restored/)
  })

  test('an older database, also when the clock is wrong', async () => {
    const old = await published('Ann')
    cpSync(folder, backup, { recursive: true, preserveTimestamps: true })
    const newest = await published('Bob')
    cpSync(join(backup, 'paddock.db'), join(folder, 'paddock.db'))
    await expectNewLog(old, newest, /once published, is not in it/, () => 0)
  })

  test('a database with the same version and other content', async () => {
    const log = await open()
    await append(log, 'Ann')
    const image = takeImage(folder)
    await append(log, 'Bob')
    await log.close()
    const highWaterMark = takeImage(folder).get('paddock.witness')
    putImage(folder, image)
    const forked = await published('Cid')
    putImage(folder, new Map([['paddock.witness', highWaterMark]]))
    await expectNewLog(forked, forked, /once published, is not in it/)
  })

  test('a database whose -wal file was deleted after a crash', async () => {
    await published('Ann')
    const log = await open()
    const old = log.current()
    const newest = await append(log, 'Bob')
    const crashed = takeImage(folder)
    await log.close()
    putImage(folder, new Map([...crashed, ['paddock.db-wal', undefined]]))
    await expectNewLog(old, newest, /once published, is not in it/)
  })

  test('a database whose -wal file lost a published revision', async () => {
    await published('Ann')
    const log = await open()
    const old = await append(log, 'Bob')
    const length = takeImage(folder).get('paddock.db-wal')?.length
    const newest = await append(log, 'Cid')
    const crashed = takeImage(folder)
    await log.close()
    putImage(folder, new Map([...crashed, ['paddock.db-wal', crashed.get('paddock.db-wal')?.subarray(0, length)]]))
    await expectNewLog(old, newest, /once published, is not in it/)
  })

  test.each(['paddock.witness', 'paddock.mark'])('no file %s', async (name) => {
    const newest = await published('Ann')
    rmSync(join(folder, name))
    await expectNewLog(newest, newest, /missing|copied or restored/)
  })
})

test('[P2] without a database, a new log begins above the last published version, even with a wrong clock', async () => {
  const newest = await published('Ann')
  rmSync(join(folder, 'paddock.db'))
  const log = await open(() => 0)
  expect(log.current().version).toBe(newest.version + 1)
  expect(log.current().log).not.toBe(newest.log)
  expect(log.current().drivers.size).toBe(0)
  expect(warnings.join()).toContain('paddock.db was there')
  await log.close()
})

test('[P4] a log without any published revision continues after restarts', async () => {
  const before = await published()
  for (let start = 0; start < 2; start += 1) expect(await published()).toStrictEqual(before)
  expect(warnings).toEqual([])
})

test('[P4] a log continues after its folder was moved, and a closed one is whole in paddock.db', async () => {
  const before = await published('Ann')
  expect(existsSync(join(folder, 'paddock.db-wal'))).toBe(false)
  renameSync(folder, backup)
  renameSync(backup, folder)
  const log = await open()
  expect(log.current()).toStrictEqual(before)
  expect(warnings).toEqual([])
  await log.close()
})

test('[P4] a high-water mark is read as it was written when an earlier one was longer', () => {
  const highWaterMark = openHighWaterMark(folder)
  const [long, short] = [
    { log: 'x'.repeat(64), version: Number.MAX_SAFE_INTEGER, seal: 'f'.repeat(32) },
    { log: 'y', version: 1, seal: 'e' },
  ]
  for (const one of [long, short, long]) {
    highWaterMark.record(one)
    expect(readHighWaterMark(folder)).toEqual(one)
  }
  highWaterMark.close()
})
