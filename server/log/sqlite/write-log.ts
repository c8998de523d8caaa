import type { LogState, Revision } from '../revision-log.ts'
import { type Connection, inTransaction } from './connection.ts'
import { firstSeal, format, type RevisionRow, revisionSeal, type SnapshotRow, schema, snapshotProof } from './format.ts'

/** How much history the file keeps and how often it has a snapshot, in revisions and in characters of revisions. */
export interface Retention {
  readonly keepRevisions: number
  readonly keepCharacters: number
  readonly snapshotRevisions: number
  readonly snapshotCharacters: number
}

/** Several days of an event, at most about 100 MB, opened in well under a second. */
export const defaultRetention: Retention = {
  keepRevisions: 10_000,
  keepCharacters: 64_000_000,
  snapshotRevisions: 500,
  snapshotCharacters: 4_000_000,
}

/** The end of the file: the seal and the counts that the next revision continues. */
export interface LogEnd {
  readonly seal: string
  readonly written: number
  readonly snapshot: { readonly version: number; readonly written: number }
}

/** Begins a new log in the file, durably, in one transaction that removes its earlier content. */
export function writeFirst(connection: Connection, state: LogState, cloneMarker: string): LogEnd {
  const seal = firstSeal(state.log)
  inTransaction(connection, () => {
    connection.exec('DROP TABLE IF EXISTS meta; DROP TABLE IF EXISTS revision; DROP TABLE IF EXISTS snapshot')
    connection.exec(schema)
    const writeMeta = connection.prepare('INSERT INTO meta VALUES (?, ?)')
    for (const [key, value] of Object.entries({ format: String(format), log: state.log, mark: cloneMarker })) {
      writeMeta.run(key, Buffer.from(value))
    }
    createSnapshotWriter(connection)(state, seal, 0)
  })
  return { seal, written: 0, snapshot: { version: state.version, written: 0 } }
}

/** Returns a function that appends a revision in a transaction, and returns the new end when it is on the disk. */
export function createWriter(connection: Connection, end: LogEnd, retention: Retention) {
  const insert = connection.prepare(
    'INSERT INTO revision (version, at, source_at, changes, event, checksum, seal) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const writeSnapshot = createSnapshotWriter(connection)
  let current = end

  return (revision: Revision, state: LogState): LogEnd => {
    const row = revisionRow(revision)
    const seal = revisionSeal(current.seal, row)
    const written = current.written + row.changes.length
    const { snapshot } = current
    const snapshotDue =
      row.version - snapshot.version >= retention.snapshotRevisions ||
      written - snapshot.written >= retention.snapshotCharacters
    inTransaction(connection, () => {
      const event = row.event === null ? null : Buffer.from(row.event)
      insert.run(row.version, row.at, row.source_at, Buffer.from(row.changes), event, row.checksum, Buffer.from(seal))
      if (!snapshotDue) return
      writeSnapshot(state, seal, written)
      prune(connection, row.version - retention.keepRevisions, written - retention.keepCharacters)
    })
    current = { seal, written, snapshot: snapshotDue ? { version: row.version, written } : snapshot }
    return current
  }
}

function revisionRow({ version, at, sourceAt, changes, event, checksum }: Revision): Omit<RevisionRow, 'seal'> {
  const eventText = event ? JSON.stringify(event) : null
  return { version, at, source_at: sourceAt ?? null, changes: JSON.stringify(changes), event: eventText, checksum }
}

function createSnapshotWriter(connection: Connection): (state: LogState, seal: string, written: number) => void {
  const insert = connection.prepare(
    `INSERT INTO snapshot (version, at, source_at, drivers, event, checksum, seal, written, proof)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  return ({ log, version, at, sourceAt, drivers, event, checksum }, seal, written) => {
    const row: Omit<SnapshotRow, 'proof'> = {
      version,
      at,
      source_at: sourceAt ?? null,
      drivers: JSON.stringify([...drivers.values()]),
      event: event ? JSON.stringify(event) : null,
      checksum,
      seal,
      written,
    }
    const [listBytes, sealBytes, proof] = [row.drivers, seal, snapshotProof(log, row)].map((text) => Buffer.from(text))
    const eventBytes = row.event === null ? null : Buffer.from(row.event)
    insert.run(version, at, row.source_at, listBytes, eventBytes, checksum, sealBytes, written, proof)
  }
}

/** Removes the history before the newest snapshot that is at or below a limit: the file begins with a snapshot. */
function prune(connection: Connection, version: number, written: number): void {
  const first = '(SELECT max(version) FROM snapshot WHERE version <= ? OR written <= ?)'
  connection.prepare(`DELETE FROM revision WHERE version <= ${first}`).run(version, written)
  connection.prepare(`DELETE FROM snapshot WHERE version < ${first}`).run(version, written)
}
