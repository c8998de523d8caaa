import { cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import Database from 'libsql'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { LogState } from '../revision-log.ts'
import { openSqliteRevisionLog } from './sqlite-revision-log.ts'
import { type Image, putImage, takeImage, temporaryFolder } from './sqlite-storage.fixture.ts'
import { defaultRetention } from './write-log.ts'

let folder: string
let warnings: string[]

beforeEach(() => {
  folder = temporaryFolder()
  warnings = []
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const retention = { ...defaultRetention, keepRevisions: 20, snapshotRevisions: 5 }
const open = (now: () => number = Date.now) =>
  openSqliteRevisionLog({ folder, now, warn: (message) => warnings.push(message), retention })

/** Makes a log with a history and closes it. Returns its files as a crash leaves them, and as closing leaves them. */
async function makeLog(): Promise<{ newest: LogState; crashed: Image; closed: Image }> {
  const log = await open()
  for (let index = 0; index < 32; index += 1) {
    const driver = { driver_name: `Zoë ${index % 9}`, car: `${index}`.repeat(50) }
    const changes = { create: [], update: [driver], destroy: [] }
    await log.append(log.current().version, { at: index, sourceAt: undefined, changes, event: undefined })
  }
  const newest = log.current()
  const crashed = takeImage(folder)
  await log.close()
  return { newest, crashed, closed: takeImage(folder) }
}

const quarantinedFiles = () =>
  readdirSync(folder).filter((name) => name.startsWith('paddock.db.damaged-') && !name.endsWith('-wal'))

async function expectQuarantine(newest: LogState, why: RegExp, now?: () => number): Promise<void> {
  const log = await open(now)
  expect(log.current().version).toBeGreaterThan(newest.version)
  expect(log.current().log).not.toBe(newest.log)
  expect(log.current().drivers.size).toBe(0)
  expect(warnings.join()).toMatch(why)
  expect(warnings.join()).toContain(String(log.current().version))
  const kept = quarantinedFiles()
  expect(kept).toHaveLength(1)
  expect(warnings.join()).toContain(kept[0])
  await log.close()
}

test('[P1] [P2] [L5] after damage to any byte, the log is unchanged or a new one begins above it', async () => {
  let { newest, crashed, closed } = await makeLog()
  const damage = fc.record({
    file: fc.constantFrom('paddock.db', 'paddock.db', 'paddock.db-wal', 'paddock.witness'),
    state: fc.constantFrom('crashed', 'closed'),
    position: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 8 }),
    cut: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(damage, async ({ file, state, position, bytes, cut }) => {
      const image = state === 'crashed' ? crashed : closed
      const whole = image.get(file)
      if (!whole) return
      const at = Math.floor(position * whole.length)
      const damaged = Buffer.from(whole)
      damaged.set(bytes.subarray(0, whole.length - at), at)
      putImage(folder, new Map([...image, [file, cut ? whole.subarray(0, at) : damaged]]))
      warnings = []

      const log = await open()
      const found = log.current()
      await log.close()
      if (found.log === newest.log) {
        expect(found).toStrictEqual(newest)
        expect(warnings).toEqual([])
        return
      }
      expect(found.version).toBeGreaterThan(newest.version)
      expect(warnings).toHaveLength(1)
      // The folder has a new clone marker, which the images do not have: the next case needs a new log.
      rmSync(folder, { recursive: true })
      ;({ newest, crashed, closed } = await makeLog())
    }),
    { numRuns: 60 },
  )
})

describe('[P2] a file is quarantined and reported, and a new log begins above it, when it is', () => {
  test('not a database', async () => {
    const { newest } = await makeLog()
    writeFileSync(join(folder, 'paddock.db'), 'results '.repeat(1000))
    await expectQuarantine(newest, /not a database/, () => 0)
  })

  test('a database of another program', async () => {
    const database = new Database(join(folder, 'paddock.db'))
    database.exec('CREATE TABLE results (name TEXT)')
    database.close()
    const log = await open()
    expect(quarantinedFiles()).toHaveLength(1)
    await log.close()
  })

  const changed: [string, string, RegExp][] = [
    ['of a later Paddock', `UPDATE meta SET value = CAST('2' AS BLOB) WHERE key = 'format'`, /its format is 2/],
    ['without a format', `DELETE FROM meta WHERE key = 'format'`, /its format is unknown/],
    [
      'with the name of another log',
      `UPDATE meta SET value = CAST('x' AS BLOB) WHERE key = 'log'`,
      /the list of version/,
    ],
    [
      'with another last revision',
      'UPDATE revision SET at = 99 WHERE version = (SELECT max(version) FROM revision)',
      /: version \d+ is not what was written/,
    ],
    // Not the newest revision: without the high-water mark, nothing would show that it is missing.
    [
      'that lacks a revision',
      'DELETE FROM revision WHERE version % 7 = 0 AND version < (SELECT max(version) FROM revision)',
      /is not what was written/,
    ],
    [
      'that lacks a revision between two lists',
      'DELETE FROM revision WHERE version = (SELECT max(version) - 1 FROM snapshot)',
      /: version \d+ is not what was written/,
    ],
    ['with another revision', `UPDATE revision SET at = 99 WHERE version % 7 = 0`, /is not what was written/],
    ['with another event', `UPDATE revision SET event = CAST('{}' AS BLOB)`, /is not what was written/],
    ['without a list', 'DELETE FROM snapshot', /holds no list/],
    ['with another list', `UPDATE snapshot SET drivers = CAST('[]' AS BLOB)`, /the list of version .* is not what/],
    ['with another count', 'UPDATE snapshot SET written = written + 1', /the list of version .* is not what/],
  ]
  test.each(changed)('a database %s', async (_, sql, why) => {
    const { newest } = await makeLog()
    const database = new Database(join(folder, 'paddock.db'))
    database.exec(sql)
    database.close()
    rmSync(join(folder, 'paddock.witness'))
    await expectQuarantine(newest, why, () => 0)
  })

  test('a database without its revisions, then above the version of its last list', async () => {
    const { newest } = await makeLog()
    const database = new Database(join(folder, 'paddock.db'))
    database.exec('DROP TABLE revision')
    database.close()
    rmSync(join(folder, 'paddock.witness'))
    const log = await open(() => 0)
    // Two more revisions were published, of which no trace is left.
    expect(log.current().version).toBe(newest.version - 2 + 1)
    await log.close()
  })

  test('a database with damage outside its rows', async () => {
    const { newest, closed } = await makeLog()
    const bytes = Buffer.from(closed.get('paddock.db') ?? '')
    // A wrong count of free pages in the header makes a later append fail.
    bytes.writeUInt32BE(bytes.readUInt32BE(36) + 1, 36)
    putImage(folder, new Map([['paddock.db', bytes]]))
    await expectQuarantine(newest, /SQLite says: .*Freelist/)
  })

  // Only the high-water mark still shows what these lost.
  test.each<[string, string, RegExp]>([
    ['without a table', 'DROP TABLE revision', /no such table/],
    [
      'whose last list has no revision',
      'DELETE FROM revision WHERE version >= (SELECT max(version) FROM snapshot)',
      /the list of version/,
    ],
  ])('a database %s', async (_, sql, why) => {
    const { newest } = await makeLog()
    const database = new Database(join(folder, 'paddock.db'))
    database.exec(sql)
    database.close()
    await expectQuarantine(newest, why, () => 0)
  })

  test('a database with text that is not UTF-8, at which libsql would end the process', async () => {
    const { newest } = await makeLog()
    const database = new Database(join(folder, 'paddock.db'))
    database.exec(`PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET sql = replace(sql, ') STRICT', ')') WHERE name = 'revision';
      PRAGMA writable_schema = RESET;
      UPDATE revision SET changes = CAST(x'61ff62' AS TEXT)`)
    database.close()
    await expectQuarantine(newest, /is not what was written|SQLite says/)
  })

  test('a database with damage in its -wal file, which is quarantined too', async () => {
    const { newest } = await makeLog()
    const database = new Database(join(folder, 'paddock.db'))
    database.exec('PRAGMA journal_mode = WAL; UPDATE revision SET at = 99')
    const image = takeImage(folder)
    database.close()
    putImage(folder, image)
    await expectQuarantine(newest, /is not what was written/)
    // A copy, since this process may still have the file itself open.
    for (const name of readdirSync(folder).filter((name) => name.startsWith('paddock.db.damaged-'))) {
      cpSync(join(folder, name), join(folder, `copy.db${name.endsWith('-wal') ? '-wal' : ''}`))
    }
    const found = new Database(join(folder, 'copy.db'))
    expect(found.prepare('SELECT DISTINCT at FROM revision').all()).toEqual([{ at: 99 }])
    found.close()
  })

  test('damaged three times in one millisecond, under three names', async () => {
    for (let count = 0; count < 3; count += 1) {
      writeFileSync(join(folder, 'paddock.db'), 'results '.repeat(1000))
      const log = await open(() => 0)
      await log.close()
    }
    expect(quarantinedFiles()).toHaveLength(3)
  })
})
