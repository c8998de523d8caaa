import Database from 'libsql'

export type Connection = InstanceType<typeof Database>

/**
 * Opens the file for this process alone. A commit returns when it is on the disk (synchronous=FULL), and no shared
 * memory file is needed (EXCLUSIVE before WAL). Throws when the file is no database, or somebody else has it open.
 */
export function connect(file: string): Connection {
  const connection = new Database(file)
  try {
    connection.exec('PRAGMA locking_mode = EXCLUSIVE')
    connection.exec('PRAGMA trusted_schema = OFF')
    connection.exec('PRAGMA cell_size_check = ON')
    connection.exec('PRAGMA journal_mode = WAL')
    connection.exec('PRAGMA synchronous = FULL')
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

/** Does all of the work or none of it. */
export function inTransaction(connection: Connection, work: () => void): void {
  connection.exec('BEGIN IMMEDIATE')
  try {
    work()
    connection.exec('COMMIT')
  } catch (error) {
    // A full disk has already ended the transaction; libsql's own transaction() would hide the error behind a second
    // one.
    if (connection.inTransaction) connection.exec('ROLLBACK')
    throw error
  }
}

/**
 * Moves everything into the one file and lets go of it. libsql keeps a closed file open until its statements are
 * collected, locks included, so the lock is given up by hand first.
 */
export function disconnect(connection: Connection): void {
  try {
    connection.exec('PRAGMA journal_mode = DELETE')
    connection.exec('PRAGMA locking_mode = NORMAL')
    connection.exec('SELECT 1 FROM sqlite_schema')
  } finally {
    connection.close()
  }
}

/** SQLite's name of what went wrong, as SQLITE_FULL; undefined when it was not SQLite. */
export function sqliteCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' && error.code.startsWith('SQLITE_') ? error.code : undefined
}
