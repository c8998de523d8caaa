import { SourceError } from '../sources/source-error.ts'
import type { DataFolder } from './data-folder.ts'

/** A database and its write-ahead log, as they were at one moment. */
export interface DatabaseFiles {
  readonly path: string
  readonly bytes: Uint8Array
  readonly log: Uint8Array | undefined
}

const journalStart = '\xd9\xd5\x05\xf9\x20\xa1\x63\xd7'

/**
 * Reads a SQLite database with the files beside it. Throws 'half_written' while a transaction is written,
 * 'file_changing' when the database changes before its log is read, and 'unreadable' for what is no database.
 */
export function readDatabaseFiles(folder: DataFolder, wanted: string): DatabaseFiles {
  const database = folder.read(wanted)
  const { path, bytes } = database
  requireDatabase(bytes, path)
  const log = readBeside(folder, `${path}-wal`)
  const journal = readBeside(folder, `${path}-journal`)
  if (!folder.isUnchanged(database)) {
    const hint = 'It is read again at once; if this stays, some program writes to it without a pause.'
    throw new SourceError('file_changing', path, 'the database changed while its log was read.', hint)
  }
  if (journal && startOf(journal, 8) === journalStart) {
    const hint = 'It is read again at the next change. If it stays, the program ended in the middle: start it again.'
    throw new SourceError('half_written', path, 'a transaction is being written to the database.', hint)
  }
  return { path, bytes, log }
}

function readBeside(folder: DataFolder, path: string): Uint8Array | undefined {
  try {
    return folder.read(path).bytes
  } catch (error) {
    if (error instanceof SourceError && error.code === 'file_missing') return undefined
    throw error
  }
}

function requireDatabase(bytes: Uint8Array, file: string): void {
  if (bytes.length === 0) {
    throw new SourceError('file_empty', file, 'the file is empty.', 'The next save will fill it; nothing is lost.')
  }
  if (startOf(bytes, 16) === 'SQLite format 3\0') return
  const hint = 'Name the database of the timing software; text and workbooks have readers of their own.'
  throw new SourceError('unreadable', file, 'this is no SQLite database, whatever its name says.', hint)
}

function startOf(bytes: Uint8Array, length: number): string {
  return Buffer.from(bytes.subarray(0, length)).toString('latin1')
}
