import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { noChanges } from '../../../lib/list/diff.ts'
import { beginLog } from '../begin-log.ts'
import { nextRevision, stateAfter } from '../next-revision.ts'
import { type Connection, connect, disconnect } from './connection.ts'
import { readLog } from './read-log.ts'
import { temporaryFolder } from './sqlite-storage.fixture.ts'
import { createWriter, defaultRetention, writeFirst } from './write-log.ts'

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

const first = beginLog(0, [99])
const revision = nextRevision(first, {
  at: 1,
  sourceAt: undefined,
  changes: { ...noChanges, update: [{ driver_name: 'Ann' }] },
  event: undefined,
})

test('readLog gives undefined for a new file', () => {
  expect(readLog(connection)).toBeUndefined()
})

test('[P4] readLog gives the written state, history, clone marker and seals', () => {
  const end = writeFirst(connection, first, 'marker')
  const after = createWriter(connection, end, defaultRetention)(revision, stateAfter(first, revision))
  const stored = readLog(connection)
  expect(stored?.state).toStrictEqual(stateAfter(first, revision))
  expect(stored?.history.revisions).toStrictEqual([revision])
  expect(stored?.end).toEqual(after)
  expect(stored?.cloneMarker).toBe('marker')
  expect([99, 100, 101, 102].map((version) => stored?.sealAt(version))).toEqual([
    undefined,
    end.seal,
    after.seal,
    undefined,
  ])
})

test('[P4] [P9] readLog gives all revisions when there are fewer than the history holds', () => {
  connection.exec('PRAGMA synchronous = OFF')
  const write = createWriter(connection, writeFirst(connection, first, 'marker'), defaultRetention)
  let state = first
  for (let count = 1; count <= 900; count += 1) {
    const changes = { ...noChanges, update: [{ driver_name: `Driver ${count % 10}`, number: String(count) }] }
    const next = nextRevision(state, { at: count, sourceAt: undefined, changes, event: undefined })
    state = stateAfter(state, next)
    write(next, state)
  }
  const stored = readLog(connection)
  expect(stored?.state).toStrictEqual(state)
  expect(stored?.history.revisions).toHaveLength(900)
})

// Undamaged files whose checksums were computed in another way: browsers would always find divergences.
test('[P10] readLog throws when the stored checksum of a list is not the computed one', () => {
  writeFirst(connection, { ...first, checksum: 5 }, 'marker')
  expect(() => readLog(connection)).toThrow('the list of version 100 has another checksum')
})

test('[P10] readLog throws when the stored checksum of a revision is not the computed one', () => {
  const write = createWriter(connection, writeFirst(connection, first, 'marker'), defaultRetention)
  write({ ...revision, checksum: 5 }, stateAfter(first, revision))
  expect(() => readLog(connection)).toThrow('version 101 has another checksum')
})

test('[P2] writing a new log removes the log that the file had', () => {
  const write = createWriter(connection, writeFirst(connection, first, 'marker'), defaultRetention)
  write(revision, stateAfter(first, revision))
  const next = beginLog(0, [revision.version], stateAfter(first, revision))
  writeFirst(connection, next, 'another marker')
  const stored = readLog(connection)
  expect(stored?.state).toStrictEqual(next)
  expect(stored?.history.revisions).toEqual([])
  expect(stored?.cloneMarker).toBe('another marker')
})
