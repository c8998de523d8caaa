import Database from 'libsql'

export type Connection = InstanceType<typeof Database>

/**
 * Opens a database for this connection alone: a commit returns when it is on the disk (synchronous=FULL), and there is
 * no shared-memory file (EXCLUSIVE before WAL). Throws when the file is no database or is open elsewhere.
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

/** Runs `work` in a transaction. When it throws, the transaction is rolled back and the error is rethrown. */
export function inTransaction(connection: Connection, work: () => void): void {
  connection.exec('BEGIN IMMEDIATE')
  try {
    work()
    connection.exec('COMMIT')
  } catch (error) {
    // A full disk already ends the transaction. libsql's own transaction() would hide that error behind another.
    if (connection.inTransaction) connection.exec('ROLLBACK')
    throw error
  }
}

/**
 * Moves the content of the -wal file into the database, and closes it. The lock is released first, since libsql keeps a
 * closed file open and locked until its statements are garbage-collected.
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

/** The code of an error of SQLite, such as SQLITE_FULL; undefined for any other value. */
export function sqliteCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' && error.code.startsWith('SQLITE_') ? error.code : undefined
}
