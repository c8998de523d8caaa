import { join } from 'node:path'
import { createLocalRevisionLog } from '../local-revision-log.ts'
import { LogError } from '../log-error.ts'
import type { LogState, Revision, RevisionLog } from '../revision-log.ts'
import { disconnect, sqliteCode } from './connection.ts'
import { openHighWaterMark } from './continuity.ts'
import { lockFolder, reason, unwritable } from './folder-lock.ts'
import { readPast } from './read-past.ts'
import { recoverLog } from './recover-log.ts'
import { createWriter, defaultRetention, type Retention } from './write-log.ts'

export interface SqliteLogOptions {
  /** Created when it is missing, and locked for this process. */
  readonly folder: string
  readonly now: () => number
  /** Called with a message for the operator: what is damaged or doubtful, and what was done about it. */
  readonly warn: (message: string) => void
  readonly retention?: Retention
}

/**
 * Opens the log in `paddock.db`, which survives restarts, crashes and power cuts. A damaged file is quarantined, and a
 * new log begins. Rejects with LogError 'state_folder_in_use' or 'state_folder_unwritable'. [P2] [P3] [P4] [L5]
 */
export async function openSqliteRevisionLog(options: SqliteLogOptions): Promise<RevisionLog> {
  const { folder, now, warn, retention = defaultRetention } = options
  const file = join(folder, 'paddock.db')
  const releases: (() => void)[] = []
  const close = () => {
    for (const release of releases.splice(0).reverse()) attempt(warn, release)
  }
  try {
    releases.push(lockFolder(folder))
    const highWaterMark = openHighWaterMark(folder)
    releases.push(highWaterMark.close)
    const { connection, state, history, end } = recoverLog({ folder, file, now, warn })
    releases.push(() => disconnect(connection))
    const write = createWriter(connection, end, retention)
    highWaterMark.record({ log: state.log, version: state.version, seal: end.seal })

    const store = (revision: Revision, after: LogState) => {
      const { seal } = stored(file, () => write(revision, after))
      attempt(warn, () => highWaterMark.record({ log: after.log, version: after.version, seal }))
    }
    const past = () => readPast(connection, state.log)
    return createLocalRevisionLog({ state, history, store, past, close, warn })
  } catch (error) {
    close()
    if (error instanceof LogError || !isSystemError(error)) throw error
    throw unwritable(file, reason(error), error)
  }
}

function stored<Result>(file: string, write: () => Result): Result {
  try {
    return write()
  } catch (error) {
    throw new LogError('log_unwritable', `${file}: ${reason(error)}`, error)
  }
}

/** Runs `work`, and reports its error with `warn`: it must not fail a revision that is already durable. */
function attempt(warn: (message: string) => void, work: () => void): void {
  try {
    work()
  } catch (error) {
    warn(`The revision log: ${reason(error)}`)
  }
}

function isSystemError(error: unknown): boolean {
  return sqliteCode(error) !== undefined || (error instanceof Error && 'errno' in error)
}
