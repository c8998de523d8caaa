import { createHash } from 'node:crypto'
import * as z from 'zod/mini'
import type { Connection } from './connection.ts'

/** The version of the format below. A file with another one is quarantined; there is no older one to migrate yet. */
export const format = 1

/**
 * A file holds one log, which begins with a snapshot, followed by consecutive revisions. Texts are JSON in UTF-8. Each
 * `seal` is a hash of the seal before it and of its row. `written` counts the characters of all revisions so far.
 */
export const schema = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE revision (
    version INTEGER PRIMARY KEY, at REAL NOT NULL, source_at REAL,
    changes BLOB NOT NULL, event BLOB, checksum INTEGER NOT NULL, seal BLOB NOT NULL
  ) STRICT;
  CREATE TABLE snapshot (
    version INTEGER PRIMARY KEY, at REAL NOT NULL, source_at REAL,
    drivers BLOB NOT NULL, event BLOB, checksum INTEGER NOT NULL,
    seal BLOB NOT NULL, written INTEGER NOT NULL, proof BLOB NOT NULL
  ) STRICT;
`

// Texts are stored as blobs and read through CAST: libsql ends the process at the first TEXT that is not valid UTF-8,
// which one damaged byte makes (tursodatabase/libsql issue 1223).
export const selectMeta = 'SELECT CAST(value AS BLOB) AS value FROM meta WHERE key = ?'
const common = `CAST(version AS INTEGER) AS version, CAST(at AS REAL) AS at, CAST(source_at AS REAL) AS source_at,
  CAST(event AS BLOB) AS event, CAST(checksum AS INTEGER) AS checksum, CAST(seal AS BLOB) AS seal`
export const selectRevisions = `SELECT ${common}, CAST(changes AS BLOB) AS changes FROM revision ORDER BY version`
export const selectRevisionsAfter = `SELECT ${common}, CAST(changes AS BLOB) AS changes FROM revision
  WHERE version > ? ORDER BY version LIMIT ?`
export const selectSnapshots = `SELECT ${common}, CAST(drivers AS BLOB) AS drivers, CAST(written AS INTEGER) AS written,
  CAST(proof AS BLOB) AS proof FROM snapshot ORDER BY version`
export const selectOldestSnapshot = `${selectSnapshots} LIMIT 1`

const text = z.pipe(
  z.instanceof(ArrayBuffer),
  z.transform((bytes) => Buffer.from(bytes).toString('utf8')),
)
const row = { version: z.int(), at: z.number(), source_at: z.nullable(z.number()), event: z.nullable(text) }
const sealed = { checksum: z.int(), seal: text }

export const revisionRowSchema = z.object({ ...row, ...sealed, changes: text })
export const snapshotRowSchema = z.object({ ...row, ...sealed, drivers: text, written: z.int(), proof: text })

export type RevisionRow = z.infer<typeof revisionRowSchema>
export type SnapshotRow = z.infer<typeof snapshotRowSchema>

/** The text in column `value` of the first row; undefined when the query has no row. */
export function readText(connection: Connection, sql: string, ...parameters: unknown[]): string | undefined {
  const [found] = connection.prepare(sql).all(...parameters)
  return found === undefined ? undefined : z.object({ value: text }).parse(found).value
}

/** The seal of the first version of a log, which has no seal before it. */
export function firstSeal(log: string): string {
  return sealOf([log])
}

export function revisionSeal(sealBefore: string, row: Omit<RevisionRow, 'seal'>): string {
  return sealOf([sealBefore, row.version, row.at, row.source_at, row.event, row.checksum, row.changes])
}

/** A hash of a snapshot, its log and its seal, so that it is valid only at its version of its log. */
export function snapshotProof(log: string, row: Omit<SnapshotRow, 'proof'>): string {
  return sealOf([log, row.seal, row.version, row.at, row.source_at, row.event, row.checksum, row.written, row.drivers])
}

function sealOf(parts: readonly (string | number | null)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)
}
