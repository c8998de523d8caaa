import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDataFolder } from './data-folder.ts'
import { readDatabaseFiles } from './database-files.ts'

const database = Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(100)])

function folderWith(files: Readonly<Record<string, Uint8Array>>): string {
  const root = mkdtempSync(join(tmpdir(), 'paddock-database-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(root, name), bytes)
  return root
}

test('given a log beside the database, then both are read; given none, then the database alone', () => {
  const root = folderWith({ 'a.db': database, 'a.db-wal': Buffer.from('log'), 'b.db': database })
  expect(readDatabaseFiles(openDataFolder(root), 'a.db')).toEqual({
    path: 'a.db',
    bytes: database,
    log: Buffer.from('log'),
  })
  expect(readDatabaseFiles(openDataFolder(root), 'b.db').log).toBeUndefined()
})

test('given a database that changes before its log is read, then it is refused, since they may not belong together', () => {
  const root = folderWith({ 'a.db': database, 'a.db-wal': Buffer.from('log') })
  const folder = openDataFolder(root)
  const changing = {
    ...folder,
    read(path: string) {
      const file = folder.read(path)
      if (path === 'a.db-wal') appendFileSync(join(root, 'a.db'), 'page')
      return file
    },
  }
  expect(() => readDatabaseFiles(changing, 'a.db')).toThrow('a.db: the database changed while its log was read.')
})

test('given an empty file or another one, then the error says what it is', () => {
  const root = folderWith({ 'a.db': Buffer.alloc(0), 'b.db': Buffer.from('name,run\n') })
  expect(() => readDatabaseFiles(openDataFolder(root), 'a.db')).toThrow('a.db: the file is empty.')
  expect(() => readDatabaseFiles(openDataFolder(root), 'b.db')).toThrow('b.db: this is no SQLite database')
})
