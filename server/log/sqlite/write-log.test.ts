import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checksumOf } from '../../../lib/list/checksum.ts'
import { beginLog } from '../begin-log.ts'
import { nextRevision, stateAfter } from '../next-revision.ts'
import type { LogState } from '../revision-log.ts'
import { startAppender } from './appender-process.fixture.ts'
import { type Connection, connect, disconnect } from './connection.ts'
import { readLog } from './read-log.ts'
import { openSqliteRevisionLog } from './sqlite-revision-log.ts'
import { temporaryFolder } from './sqlite-storage.fixture.ts'
import { createWriter, defaultRetention, type Retention, writeFirst } from './write-log.ts'

let folder: string
let connection: Connection
beforeEach(() => {
  folder = temporaryFolder()
  connection = connect(join(folder, 'paddock.db'))
})
afterEach(() => {
  disconnect(connection)
  rmSync(folder, { recursive: true, force: true })
})

function startLog(retention: Retention) {
  let state = beginLog(0, [99])
  let end = writeFirst(connection, state, 'marker')
  const write = createWriter(connection, end, retention)
  const append = (car: string, driver_name = 'Ann'): LogState => {
    const changes = { create: [], update: [{ driver_name, car }], destroy: [] }
    const revision = nextRevision(state, { at: 1, sourceAt: undefined, changes, event: undefined })
    const after = stateAfter(state, revision)
    end = write(revision, after)
    state = after
    return state
  }
  return { append, current: () => state, end: () => end }
}

function versions(table: string): unknown[] {
  return connection
    .prepare(`SELECT version FROM ${table} ORDER BY version`)
    .all()
    .map((row) => Object(row).version)
}

test('[P3] [L1] an append on a full disk stores nothing, and the next one works when there is room', () => {
  const { append, current } = startLog(defaultRetention)
  const before = append('small')
  connection.exec('PRAGMA max_page_count = 12')
  for (let count = 0; count < 3; count += 1) {
    expect(() => append('large'.repeat(100_000))).toThrow(/full/)
    expect(current()).toBe(before)
    expect(readLog(connection)?.state).toStrictEqual(before)
  }
  connection.exec('PRAGMA max_page_count = 100000')
  const after = append('large'.repeat(100_000))
  expect(readLog(connection)?.state).toStrictEqual(after)
})

/** Limits the database to its present size, until the returned function is called. */
function fillDisk(): () => void {
  const [row] = connection.prepare('SELECT page_count AS pages FROM pragma_page_count').all()
  connection.exec(`PRAGMA max_page_count = ${Object(row).pages}`)
  return () => connection.exec('PRAGMA max_page_count = 100000')
}

test('[P3] [L1] an append with a snapshot on a full disk stores nothing, and the next one works', () => {
  const { append } = startLog({ ...defaultRetention, snapshotRevisions: 2 })
  const before = append('large'.repeat(100_000))
  const makeRoom = fillDisk()
  for (let count = 0; count < 3; count += 1) {
    expect(() => append('small', 'Bob')).toThrow(/full/)
    expect(readLog(connection)?.state).toStrictEqual(before)
  }
  makeRoom()
  const after = append('small', 'Bob')
  expect(readLog(connection)?.state).toStrictEqual(after)
})

test('[P2] [L5] writing a new log on a full disk leaves the log before it unchanged', () => {
  const { append } = startLog(defaultRetention)
  const before = append('small')
  const makeRoom = fillDisk()
  const drivers = new Map([['Bob', { driver_name: 'Bob', car: 'large'.repeat(100_000) }]])
  const next = beginLog(0, [200], { ...before, drivers, checksum: checksumOf(drivers) })
  expect(() => writeFirst(connection, next, 'another marker')).toThrow(/full/)
  expect(readLog(connection)).toMatchObject({ state: before, cloneMarker: 'marker' })
  makeRoom()
  writeFirst(connection, next, 'another marker')
  expect(readLog(connection)).toMatchObject({ state: next, cloneMarker: 'another marker' })
})

test('a pruned file begins with a snapshot and has at least keepRevisions revisions', () => {
  const { append } = startLog({ ...defaultRetention, keepRevisions: 20, snapshotRevisions: 5 })
  for (let version = 101; version <= 163; version += 1) append(String(version))
  expect(versions('snapshot')).toEqual([140, 145, 150, 155, 160])
  expect(versions('revision')).toEqual(Array.from({ length: 23 }, (_, index) => 141 + index))
  expect(readLog(connection)?.state.version).toBe(163)
})

test('with long revisions, snapshots are written sooner and fewer revisions are kept', () => {
  const { append } = startLog({ ...defaultRetention, keepCharacters: 10_000, snapshotCharacters: 3000 })
  for (let count = 0; count < 50; count += 1) append(`${count}`.padEnd(1000))
  expect(versions('snapshot').length).toBeLessThan(6)
  expect(versions('revision').length).toBeGreaterThanOrEqual(9)
  expect(versions('revision').length).toBeLessThan(15)
  expect(readLog(connection)?.state.version).toBe(150)
})

test('readLog gives the end at which the writer stopped, with its count of characters', () => {
  const retention = { ...defaultRetention, keepRevisions: 6, snapshotRevisions: 4 }
  const { append, end } = startLog(retention)
  for (let count = 0; count < 6; count += 1) append(String(count))
  const stored = readLog(connection)
  expect(stored?.end).toEqual(end())
  expect(stored?.end.snapshot.version).toBe(104)
  expect(stored?.end.written).toBeGreaterThan(stored?.end.snapshot.written ?? 0)
  expect(stored?.history.revisions.map(({ version }) => version)).toEqual([101, 102, 103, 104, 105, 106])
})

const canLimit = spawnSync('prlimit', ['--version']).status === 0

test.skipIf(!canLimit)(
  '[P3] [L5] appends fail with log_unwritable while the file cannot grow, and continue afterwards',
  async () => {
    const own = temporaryFolder()
    const appender = await startAppender(own)
    const limit = (bytes: string) => {
      const { status, stderr } = spawnSync('prlimit', ['--pid', String(appender.process.pid), `--fsize=${bytes}`])
      if (status !== 0) throw new Error(String(stderr))
    }
    try {
      const [, , announced] = await appender.heard('announced')
      expect(Number(announced)).toBeGreaterThan(0)
      limit('20000:unlimited')
      const [, code, version] = await appender.heard('failed')
      expect(code).toBe('log_unwritable')
      await appender.heard('failed')
      limit('unlimited:unlimited')
      const [, log, next] = await appender.heard('announced')
      expect(Number(next)).toBe(Number(version) + 1)
      await appender.kill()
      const warnings: string[] = []
      const opened = await openSqliteRevisionLog({
        folder: own,
        now: Date.now,
        warn: (message) => warnings.push(message),
      })
      expect(opened.current().log).toBe(log)
      expect(opened.current().version).toBeGreaterThanOrEqual(Number(next))
      expect(warnings).toEqual([])
      await opened.close()
    } finally {
      await appender.kill()
      rmSync(own, { recursive: true, force: true })
    }
  },
)
