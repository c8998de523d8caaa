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

/** What reading the file came to. The connection is open unless the file is damaged. */
type Found =
  | { readonly kind: 'stored'; readonly connection: Connection; readonly stored: StoredLog }
  | { readonly kind: 'new'; readonly connection: Connection }
  | { readonly kind: 'damaged'; readonly reason: string; readonly versions: readonly unknown[] }

/**
 * Opens the log that the folder holds, if it is whole and the newest that the folder has seen. If it may be an older
 * one, a new log goes on from its list; if it is damaged, it is set aside and a new log begins empty. The caller has
 * locked the folder. [P2] [P4] [L5]
 */
export function recoverLog({ folder, file, now, warn }: RecoverParts): OpenLog {
  const [witness, mark] = [readHighWaterMark(folder), readCloneMarker(folder)]
  const found = openFile(folder, file)
  if (found.kind === 'stored') {
    const { connection, stored } = found
    const doubt = doubtOf(stored, witness, mark)
    if (!doubt) return { connection, ...stored }
    const state = beginLog(now(), [stored.state.version, witness?.version], stored.state)
    warn(`${file} may not be the newest copy: ${doubt}. Its list is kept as version ${state.version} of a new log.`)
    return begin(connection, folder, state)
  }
  if (found.kind === 'new') {
    const state = beginLog(now(), [witness?.version])
    if (mark) warn(`${file} was there and is empty or missing. A new log begins at version ${state.version}.`)
    return begin(found.connection, folder, state)
  }
  const name = quarantine(file, now())
  const state = beginLog(now(), [...found.versions, witness?.version])
  warn(`${file} is damaged: ${found.reason}. It is now ${name}, and a new log begins at version ${state.version}.`)
  return begin(connect(file), folder, state)
}

function begin(connection: Connection, folder: string, state: LogState): OpenLog {
  try {
    return { connection, state, history: emptyHistory, end: writeFirst(connection, state, makeCloneMarker(folder)) }
  } catch (error) {
    letGo(connection)
    throw error
  }
}

/** Gives the file up after an error that matters more than one in giving it up. */
function letGo(connection: Connection | undefined): void {
  try {
    if (connection) disconnect(connection)
  } catch {}
}

/** Why the stored log may be an older copy; undefined when it is proved to be the newest that the folder has seen. */
function doubtOf(stored: StoredLog, witness: HighWaterMark | undefined, mark: string | undefined): string | undefined {
  if (!witness) return 'paddock.witness is missing or unreadable'
  if (stored.sealAt(witness.version) !== witness.seal) return `version ${witness.version}, once published, is not in it`
  if (stored.mark !== mark) return 'the folder was copied or restored'
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
    // These are the folder's fault or the machine's: the file may be whole.
    if (
      /^SQLITE_(READONLY|CANTOPEN|PERM|FULL|NOMEM|AUTH|IOERR_WRITE|IOERR_FSYNC|IOERR_DIR_FSYNC|IOERR_TRUNCATE)/.test(
        code ?? '',
      ) ||
      /ConnectionFailed/.test(reason(error))
    ) {
      letGo(connection)
      throw unwritable(file, reason(error), error)
    }
    const versions = connection ? readableVersions(connection) : []
    connection?.close()
    return { kind: 'damaged', reason: reason(error), versions }
  }
}

/** The newest versions that a damaged file still tells. */
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
