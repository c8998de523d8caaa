import { accessSync, constants, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { LogError } from '../log-error.ts'
import { sqliteCode } from './connection.ts'

const lockFile = 'paddock.lock'

/**
 * Creates the state folder and locks it until the returned function is called or the process ends in any way. Throws
 * LogError 'state_folder_in_use' or 'state_folder_unwritable'. The lock is one of SQLite, on an empty file of its own,
 * since a damaged database is renamed.
 */
export function lockFolder(folder: string): () => void {
  makeWritable(folder)
  try {
    const lock = new Database(join(folder, lockFile))
    try {
      lock.exec('PRAGMA journal_mode = MEMORY')
      lock.exec('BEGIN EXCLUSIVE')
    } catch (error) {
      lock.close()
      throw error
    }
    return () => {
      lock.close()
    }
  } catch (error) {
    if (sqliteCode(error)?.startsWith('SQLITE_BUSY')) throw inUse(folder, error)
    if (sqliteCode(error) === 'SQLITE_NOTADB')
      throw unwritable(join(folder, lockFile), 'it is damaged; delete it', error)
    throw unwritable(folder, reason(error), error)
  }
}

function makeWritable(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    throw unwritable(folder, reason(error), error)
  }
}

export function inUse(folder: string, cause: unknown): LogError {
  const message = `the state folder ${folder} is in use by another Paddock. Stop that one, or set STATE_DIR to another folder.`
  return new LogError('state_folder_in_use', message, cause)
}

export function unwritable(path: string, why: string, cause: unknown): LogError {
  const advice = 'This user must be able to write there, and there must be room; or set STATE_DIR to another folder.'
  const message = `cannot write ${path}: ${why}. ${advice}`
  return new LogError('state_folder_unwritable', message, cause)
}

export function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
