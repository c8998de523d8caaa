import { beginLog } from '../begin-log.ts'
import { emptyHistory, type History } from '../history.ts'
import type { LogState } from '../revision-log.ts'
import { type Connection, connect, disconnect, sqliteCode } from './connection.ts'
import { type HighWaterMark, makeCloneMarker, readCloneMarker, readHighWaterMark } from './continuity.ts'
import { inUse, reason, unwritable } from './folder-lock.ts'
import { quarantine } from './quarantine.ts'
import { readLog, type StoredLog } from './read-log.ts'
import { type LogEnd, writeFirst } from './write-log.ts'

export interface RecoverParts {
  readonly folder: string
  readonly file: string
  readonly now: () => number
  readonly warn: (message: string) => void
}

export interface OpenLog {
  readonly connection: Connection
  readonly state: LogState
  readonly history: History
  readonly end: LogEnd
}

/** The result of reading the file. The connection is open unless the file is damaged. */
type Found =
  | { readonly kind: 'stored'; readonly connection: Connection; readonly stored: StoredLog }
  | { readonly kind: 'new'; readonly connection: Connection }
  | { readonly kind: 'damaged'; readonly reason: string; readonly versions: readonly unknown[] }

/**
 * Opens the log of a folder that the caller has locked. A file that may be an older copy leads to a new log with its
 * list; a damaged one is quarantined, and a new log begins empty. Both are reported with `warn`. [P2] [P4] [L5]
 */
export function recoverLog({ folder, file, now, warn }: RecoverParts): OpenLog {
  const [highWaterMark, cloneMarker] = [readHighWaterMark(folder), readCloneMarker(folder)]
  const found = openFile(folder, file)
  if (found.kind === 'stored') {
    const { connection, stored } = found
    const doubt = doubtOf(stored, highWaterMark, cloneMarker)
    if (!doubt) return { connection, ...stored }
    const state = beginLog(now(), [stored.state.version, highWaterMark?.version], stored.state)
    warn(`${file} may not be the newest copy: ${doubt}. Its list is kept as version ${state.version} of a new log.`)
    return begin(connection, folder, state)
  }
  if (found.kind === 'new') {
    const state = beginLog(now(), [highWaterMark?.version])
    if (cloneMarker) warn(`${file} was there and is empty or missing. A new log begins at version ${state.version}.`)
    return begin(found.connection, folder, state)
  }
  const name = quarantine(file, now())
  const state = beginLog(now(), [...found.versions, highWaterMark?.version])
  warn(`${file} is damaged: ${found.reason}. It is now ${name}, and a new log begins at version ${state.version}.`)
  return begin(connect(file), folder, state)
}

function begin(connection: Connection, folder: string, state: LogState): OpenLog {
  try {
    return { connection, state, history: emptyHistory, end: writeFirst(connection, state, makeCloneMarker(folder)) }
  } catch (error) {
    disconnectQuietly(connection)
    throw error
  }
}

/** Disconnects after an error, and ignores a second error, which would hide the first. */
function disconnectQuietly(connection: Connection | undefined): void {
  try {
    if (connection) disconnect(connection)
  } catch {}
}

/** Why the stored log may be an older copy; undefined when it is proved to be the newest one of the folder. */
function doubtOf(
  stored: StoredLog,
  highWaterMark: HighWaterMark | undefined,
  cloneMarker: string | undefined,
): string | undefined {
  if (!highWaterMark) return 'paddock.witness is missing or unreadable'
  const { version, seal } = highWaterMark
  if (stored.sealAt(version) !== seal) return `version ${version}, once published, is not in it`
  if (stored.cloneMarker !== cloneMarker) return 'the folder was copied or restored'
  return undefined
}

function openFile(folder: string, file: string): Found {
  let connection: Connection | undefined
  try {
    connection = connect(file)
    const stored = readLog(connection)
    return stored ? { kind: 'stored', connection, stored } : { kind: 'new', connection }
  } catch (error) {
    const code = sqliteCode(error)
    if (code?.startsWith('SQLITE_BUSY')) throw inUse(folder, error)
    // These are errors of the folder or the machine: the file may be undamaged.
    if (
      /^SQLITE_(READONLY|CANTOPEN|PERM|FULL|NOMEM|AUTH|IOERR_WRITE|IOERR_FSYNC|IOERR_DIR_FSYNC|IOERR_TRUNCATE)/.test(
        code ?? '',
      ) ||
      /ConnectionFailed/.test(reason(error))
    ) {
      disconnectQuietly(connection)
      throw unwritable(file, reason(error), error)
    }
    const versions = connection ? readableVersions(connection) : []
    connection?.close()
    return { kind: 'damaged', reason: reason(error), versions }
  }
}

/** The newest versions in the tables of a damaged file, as far as they are readable. */
function readableVersions(connection: Connection): readonly unknown[] {
  return ['revision', 'snapshot'].map((table) => {
    try {
      const [row] = connection.prepare(`SELECT CAST(max(version) AS INTEGER) AS version FROM ${table}`).all()
      return typeof row === 'object' && row !== null && 'version' in row ? row.version : undefined
    } catch {
      return undefined
    }
  })
}
