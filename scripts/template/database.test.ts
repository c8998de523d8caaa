import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { recogniseFile } from '../../server/publisher/recognise/recognise-file.ts'
import { loadSqlite } from '../../server/publisher/sources/sqlite/sqlite-engine.ts'
import { driversOf, entriesOf, proposedList } from './proposed-list.fixture.ts'

beforeAll(() => loadSqlite())

/** The bytes of a database that these statements make. */
function databaseOf(sql: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'paddock-database-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, 'made-up.db')
  const database = new Database(path)
  database.exec(sql)
  database.close()
  return readFileSync(path)
}

const settings =
  "CREATE TABLE settings (name TEXT, value TEXT); INSERT INTO settings VALUES ('title', 'Slalom 3'), ('cones', '2');"

test('given a database with runs in a table of their own, then the template joins them, and selects nothing personal', async () => {
  const bytes = databaseOf(`${settings}
    CREATE TABLE drivers (id INTEGER PRIMARY KEY, name TEXT, "group" TEXT, number TEXT, email TEXT);
    CREATE TABLE runs (driver_id INTEGER, run_no INTEGER, ms INTEGER, cones INTEGER, status TEXT);
    INSERT INTO drivers VALUES (1, 'Ada Lund', 'STR', '7', 'ada@example.org'), (2, 'Bo Rask', 'SS', '09', NULL);
    INSERT INTO runs VALUES (1, 2, 58500, 1, 'ok'), (2, 1, 61100, 0, 'ok'), (1, 1, 60125, 0, 'ok'), (2, 2, 0, 0, 'DNF');`)
  const proposed = await proposedList(['results', bytes])
  expect(entriesOf(proposed)).toEqual([
    ['Ada Lund', 'STR', '7', ['60.125', '58.5+1']],
    ['Bo Rask', 'SS', '09', ['61.1', 'DNF']],
  ])
  expect(driversOf(proposed)).toEqual(entriesOf(proposed))
  expect(proposed.template).toContain('SELECT id, name, \\"group\\", number FROM drivers')
  expect(proposed.template).not.toMatch(/email|SELECT \*/)
})

test('given a database with the runs in columns, then the template selects those', async () => {
  const bytes = databaseOf(`${settings}
    CREATE TABLE results (Driver TEXT, Class TEXT, No TEXT, "Run 1" REAL, "Pen 1" INTEGER, "Run 2" REAL, "Pen 2" TEXT);
    INSERT INTO results VALUES ('Ada Lund', 'STR', '7', 60.125, 0, 58.5, 1), ('Bo Rask', 'SS', '09', 61.1, 0, NULL, 'DNF');`)
  const proposed = await proposedList(['results.csv', bytes])
  expect(driversOf(proposed)).toEqual([
    ['Ada Lund', 'STR', '7', ['60.125', '58.5+1']],
    ['Bo Rask', 'SS', '09', ['61.1', 'DNF']],
  ])
  expect(driversOf(proposed)).toEqual(entriesOf(proposed))
})

test('given a database without the engine that reads it, then it is called by name', () => {
  const bytes = databaseOf(settings)
  expect(recogniseFile('r.db', bytes)).toMatchObject({ kind: 'unusable', what: 'a SQLite database' })
})
