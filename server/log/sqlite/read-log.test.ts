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

test('a new file has no log', () => {
  expect(readLog(connection)).toBeUndefined()
})

test('[P4] what was written is read, with the mark, the history and every seal', () => {
  const end = writeFirst(connection, first, 'mark')
  const after = createWriter(connection, end, defaultRetention)(revision, stateAfter(first, revision))
  const stored = readLog(connection)
  expect(stored?.state).toStrictEqual(stateAfter(first, revision))
  expect(stored?.history.revisions).toStrictEqual([revision])
  expect(stored?.end).toEqual(after)
  expect(stored?.mark).toBe('mark')
  expect([99, 100, 101, 102].map((version) => stored?.sealAt(version))).toEqual([
    undefined,
    end.seal,
    after.seal,
    undefined,
  ])
})

test('[P4] [P9] nearly as many revisions as are remembered: none is left out', () => {
  connection.exec('PRAGMA synchronous = OFF')
  const write = createWriter(connection, writeFirst(connection, first, 'mark'), defaultRetention)
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

// Whole files whose checksums another reckoning made: browsers would never agree with them.
test('[P10] a list whose checksum is not the one that is reckoned now', () => {
  writeFirst(connection, { ...first, checksum: 5 }, 'mark')
  expect(() => readLog(connection)).toThrow('the list of version 100 has another checksum')
})

test('[P10] a revision whose checksum is not the one that is reckoned now', () => {
  const write = createWriter(connection, writeFirst(connection, first, 'mark'), defaultRetention)
  write({ ...revision, checksum: 5 }, stateAfter(first, revision))
  expect(() => readLog(connection)).toThrow('version 101 has another checksum')
})

test('[P2] a log that begins anew forgets what the file held', () => {
  const write = createWriter(connection, writeFirst(connection, first, 'mark'), defaultRetention)
  write(revision, stateAfter(first, revision))
  const next = beginLog(0, [revision.version], stateAfter(first, revision))
  writeFirst(connection, next, 'another mark')
  const stored = readLog(connection)
  expect(stored?.state).toStrictEqual(next)
  expect(stored?.history.revisions).toEqual([])
  expect(stored?.mark).toBe('another mark')
})
