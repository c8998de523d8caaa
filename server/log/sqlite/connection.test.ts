import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Connection, connect, disconnect, inTransaction, sqliteCode } from './connection.ts'
import { temporaryFolder } from './sqlite-storage.fixture.ts'

let folder: string
let connection: Connection
beforeEach(() => {
  folder = temporaryFolder()
  connection = connect(join(folder, 'test.db'))
  connection.exec('CREATE TABLE entry (number INTEGER PRIMARY KEY)')
})
afterEach(() => {
  disconnect(connection)
  rmSync(folder, { recursive: true, force: true })
})

const insert = (number: number) => connection.exec(`INSERT INTO entry VALUES (${number})`)
const count = () => connection.prepare('SELECT * FROM entry').all().length

test('[P3] a transaction that fails changes nothing and throws its error, and the next one works', () => {
  const broken = () =>
    inTransaction(connection, () => {
      insert(1)
      insert(1)
    })
  expect(broken).toThrow(/UNIQUE/)
  expect(broken).toThrow(/UNIQUE/)
  expect(count()).toBe(0)
  inTransaction(connection, () => insert(1))
  expect(count()).toBe(1)
})

test('[P3] a connection is set to flush every commit to the disk', () => {
  expect(connection.pragma('synchronous')).toEqual([{ synchronous: 2 }])
  expect(connection.pragma('journal_mode')).toEqual([{ journal_mode: 'wal' }])
})

test('[L2] a connection locks its file for others, and needs no shared-memory file', () => {
  insert(1)
  const other = new Database(join(folder, 'test.db'))
  expect(() => other.prepare('SELECT * FROM entry').all()).toThrow(/locked/)
  other.close()
  expect(readdirSync(folder).sort()).toEqual(['test.db', 'test.db-wal'])
})

test('sqliteCode gives the code of an error of SQLite, and undefined for any other value', () => {
  let caught: unknown
  try {
    connection.exec('nonsense')
  } catch (error) {
    caught = error
  }
  expect(sqliteCode(caught)).toBe('SQLITE_ERROR')
  for (const other of [
    new Error('x'),
    Object.assign(new Error('x'), { code: 'ENOENT' }),
    { code: 7 },
    null,
    'SQLITE_FULL',
  ]) {
    expect(sqliteCode(other)).toBeUndefined()
  }
})
