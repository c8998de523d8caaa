import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import Database from 'libsql'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { SourceError } from '../source-error.ts'
import { type SelectLimits, selectRows } from './select-rows.ts'
import { loadedSqlite, loadSqlite, type SqliteEngine } from './sqlite-engine.ts'
import { withWriteAheadLog } from './write-ahead-log.ts'

// cspell:ignore nmae: misspelt on purpose
let engine: SqliteEngine
beforeAll(async () => {
  await loadSqlite()
  const loaded = loadedSqlite()
  if (!loaded) throw new Error('the engine is not loaded')
  engine = loaded
})

function newDatabase(): { readonly path: string; readonly database: InstanceType<typeof Database> } {
  const folder = mkdtempSync(join(tmpdir(), 'paddock-sqlite-'))
  const path = join(folder, 'results.db')
  const database = new Database(path)
  onTestFinished(() => {
    database.close()
    rmSync(folder, { recursive: true })
  })
  return { path, database }
}

/** The database on the disk and its write-ahead log, while its program still has them open. */
function filesOf(path: string): Uint8Array {
  const log = existsSync(`${path}-wal`) ? readFileSync(`${path}-wal`) : undefined
  return withWriteAheadLog(readFileSync(path), log)
}

const select = (bytes: Uint8Array, sql: string) => selectRows(engine, bytes, 'results.db', sql)
const plain = (rows: readonly object[]) => rows.map((row) => ({ ...row }))

function refusal(bytes: Uint8Array, sql: string, limits?: SelectLimits): SourceError {
  try {
    selectRows(engine, bytes, 'results.db', sql, limits)
  } catch (error) {
    if (error instanceof SourceError) return error
    throw error
  }
  throw new Error('it was read')
}

describe('one SELECT', () => {
  const example = () => {
    const { path, database } = newDatabase()
    database.exec(`CREATE TABLE drivers (name TEXT, number TEXT, ms INTEGER, note BLOB);
      INSERT INTO drivers VALUES ('José', '09', 61200, NULL), ('Ann', '7', 60100, CAST('x' AS BLOB));`)
    return filesOf(path)
  }

  test('gives rows by column name, with texts, numbers and null', () => {
    const { rows, names } = select(
      example(),
      '-- all\nSELECT *, ms / 1000.0 AS seconds FROM drivers ORDER BY ms; /* end */',
    )
    expect(names).toEqual(['name', 'number', 'ms', 'note', 'seconds'])
    expect(plain(rows)).toEqual([
      { name: 'Ann', number: '7', ms: 60_100, note: 'x', seconds: 60.1 },
      { name: 'José', number: '09', ms: 61_200, note: null, seconds: 61.2 },
    ])
    expect(Object.getPrototypeOf(rows[0])).toBeNull()
    expect(select(example(), 'WITH a AS (SELECT 1 AS one) SELECT one FROM a').rows).toHaveLength(1)
  })

  test.each([
    ['another statement', 'DELETE FROM drivers', 'does not begin with SELECT'],
    ['a pragma', 'PRAGMA journal_mode = wal', 'does not begin with SELECT'],
    ['a second statement', 'SELECT 1; SELECT 2', 'several statements'],
    ['a deletion behind WITH', 'WITH a AS (SELECT 1) DELETE FROM drivers', 'gives no columns'],
    [
      'two columns of one name',
      'SELECT a.name, b.name FROM drivers a, drivers b',
      'two columns of the SQL are called "name"',
    ],
    ['a column that is not there', 'SELECT nmae FROM drivers', 'no such column: nmae'],
    ['another file', "SELECT 1; ATTACH '/etc/passwd' AS p", 'several statements'],
    ['a syntax error', 'SELECT FROM drivers', 'syntax error'],
  ])('with %s is refused', (_, sql, sentence) => {
    expect(refusal(example(), sql)).toMatchObject({ code: 'unreadable', message: expect.stringContaining(sentence) })
  })

  test('given a table that is not there, then the error names those that are', () => {
    expect(refusal(example(), 'SELECT * FROM driver').hint).toContain('The tables are "drivers".')
  })

  test('given more rows or characters than are possible, then it is refused before it fills the memory', () => {
    const many = "WITH RECURSIVE a(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM a) SELECT n, 'ten letters' AS t FROM a"
    expect(refusal(example(), many, { rows: 1000, cells: 1e6, characters: 1e9 }).code).toBe('file_too_large')
    expect(refusal(example(), many, { rows: 1e9, cells: 1e9, characters: 1000 }).code).toBe('file_too_large')
    expect(select(example(), `${many} LIMIT 10`).rows).toHaveLength(10)
  })
})

describe('the write-ahead log', () => {
  test('given a program that has the database open, then its last commit is read, and no open transaction', () => {
    const { path, database } = newDatabase()
    database.exec('PRAGMA journal_mode = wal; PRAGMA wal_autocheckpoint = 0; CREATE TABLE runs (ms INTEGER)')
    const counts: number[] = []
    const property = fc.property(
      fc.constantFrom('commit', 'rollback', 'checkpoint'),
      fc.integer({ min: 1, max: 400 }),
      (end, rows) => {
        database.exec('BEGIN')
        for (let row = 0; row < rows; row += 1) database.exec(`INSERT INTO runs VALUES (${row})`)
        database.exec(end === 'rollback' ? 'ROLLBACK' : 'COMMIT')
        if (end === 'checkpoint') database.exec('PRAGMA wal_checkpoint(PASSIVE)')
        const [truth] = database.prepare('SELECT count(*) AS n, sum(ms) AS s FROM runs').all() as {
          n: number
          s: number | null
        }[]
        expect(plain(select(filesOf(path), 'SELECT count(*) AS n, sum(ms) AS s FROM runs').rows)).toEqual([truth])
        counts.push(truth?.n ?? 0)
      },
    )
    fc.assert(property, { numRuns: 40 })
    expect(Math.max(...counts)).toBeGreaterThan(100)
  })

  test('given a transaction so large that its pages are in the log before its end, then none of it is read', () => {
    const { path, database } = newDatabase()
    database.exec('PRAGMA journal_mode = wal; PRAGMA cache_size = 2; CREATE TABLE runs (ms INTEGER, t TEXT)')
    database.exec("INSERT INTO runs VALUES (1, 'committed')")
    const before = readFileSync(`${path}-wal`).length
    database.exec('BEGIN')
    for (let row = 0; row < 400; row += 1) database.exec(`INSERT INTO runs VALUES (${row}, '${'x'.repeat(200)}')`)
    expect(readFileSync(`${path}-wal`).length).toBeGreaterThan(before + 4096)
    const count = () => plain(select(filesOf(path), 'SELECT count(*) AS n FROM runs').rows)
    expect(count()).toEqual([{ n: 1 }])
    database.exec('COMMIT')
    expect(count()).toEqual([{ n: 401 }])
  })

  test('given a log that is cut or damaged anywhere, then the database is as it was after one of its commits', () => {
    const { path, database } = newDatabase()
    database.exec(
      'PRAGMA page_size = 512; PRAGMA journal_mode = wal; PRAGMA wal_autocheckpoint = 0; CREATE TABLE runs (ms)',
    )
    for (let commit = 0; commit < 12; commit += 1) database.exec(`INSERT INTO runs VALUES (${commit})`)
    copyFileSync(path, `${path}.copy`)
    const [main, log] = [readFileSync(`${path}.copy`), readFileSync(`${path}-wal`)]
    const commits = Array.from({ length: 13 }, (_, count) => count)
    const property = fc.property(fc.nat(log.length - 1), fc.boolean(), (at, isCut) => {
      const damaged = isCut ? log.subarray(0, at) : Buffer.from(log)
      if (!isCut) damaged[at] = (damaged[at] ?? 0) ^ 1
      const bytes = withWriteAheadLog(main, damaged)
      try {
        const [{ n } = { n: -1 }] = select(bytes, 'SELECT count(*) AS n FROM runs').rows as { n: number }[]
        expect(commits).toContain(n)
      } catch (error) {
        // Before its first commit, the database has no table yet, or no page at all.
        expect(error).toBeInstanceOf(SourceError)
        expect(at).toBeLessThan(3000)
      }
    })
    fc.assert(property, { numRuns: 300 })
    expect(select(withWriteAheadLog(main, log), 'SELECT ms FROM runs').rows).toHaveLength(12)
  })
})

test('given a database that is cut or has other bytes, then it is read or refused with an error for people', () => {
  const { path, database } = newDatabase()
  database.exec('CREATE TABLE runs (ms INTEGER, t TEXT)')
  for (let row = 0; row < 300; row += 1) database.exec(`INSERT INTO runs VALUES (${row}, 'some text')`)
  const whole = filesOf(path)
  let refused = 0
  const property = fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.boolean(), (at, byte, isCut) => {
    const damaged = isCut ? whole.slice(0, Math.max(at, 100)) : Uint8Array.from(whole)
    if (!isCut) damaged[at] = byte
    try {
      select(damaged, 'SELECT * FROM runs')
    } catch (error) {
      expect(error).toBeInstanceOf(SourceError)
      refused += 1
    }
  })
  fc.assert(property, { numRuns: 200 })
  expect(refused).toBeGreaterThan(20)
})
