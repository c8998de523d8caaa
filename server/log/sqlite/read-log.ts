import * as z from 'zod/mini'
import { checksumAfter, checksumOf } from '../../../lib/list/checksum.ts'
import type { Changes } from '../../../lib/list/diff.ts'
import { byName, type Driver } from '../../../lib/record/driver.ts'
import type { Event } from '../../../lib/record/event.ts'
import { defaultHistoryLimits, emptyHistory, type History, remember } from '../history.ts'
import { stateAfter } from '../next-revision.ts'
import type { LogState, Revision } from '../revision-log.ts'
import type { Connection } from './connection.ts'
import {
  format,
  type RevisionRow,
  readText,
  revisionRowSchema,
  revisionSeal,
  type SnapshotRow,
  selectMeta,
  selectRevisions,
  selectSnapshots,
  snapshotProof,
  snapshotRowSchema,
} from './format.ts'
import type { LogEnd } from './write-log.ts'

/** The log of a file, checked from its first version to its last. */
export interface StoredLog {
  readonly state: LogState
  readonly history: History
  readonly end: LogEnd
  readonly cloneMarker: string | undefined
  sealAt(version: number): string | undefined
}

/** Reads and checks the whole file; undefined when it is new. Throws when it differs from what was written. [L5] */
export function readLog(connection: Connection): StoredLog | undefined {
  if (connection.prepare('SELECT 1 FROM sqlite_schema').all().length === 0) return undefined
  const found = readText(connection, selectMeta, 'format')
  if (found !== String(format)) throw new Error(`its format is ${found ?? 'unknown'}, and this Paddock reads ${format}`)
  const report = readText(connection, 'SELECT CAST(quick_check AS BLOB) AS value FROM pragma_quick_check(1)')
  if (report !== 'ok') throw new Error(`SQLite says: ${report?.replace(/\s+/g, ' ')}`)

  const log = readText(connection, selectMeta, 'log') ?? ''
  const snapshots = readRows(connection, selectSnapshots, snapshotRowSchema)
  const revisions = readRows(connection, selectRevisions, revisionRowSchema)
  const [oldest, newest] = [snapshots[0], snapshots.at(-1)]
  if (!oldest || !newest) throw new Error('it holds no list')

  const seals = checkChain(oldest, revisions)
  for (const snapshot of snapshots) {
    const inPlace = seals.get(snapshot.version) === snapshot.seal
    if (!inPlace || snapshot.proof !== snapshotProof(log, snapshot)) {
      throw new Error(`the list of version ${snapshot.version} is not what was written`)
    }
  }

  const firstNeeded = Math.min(newest.version, oldest.version + revisions.length - defaultHistoryLimits.revisions) + 1
  const needed = revisions.slice(Math.max(0, firstNeeded - oldest.version - 1)).map((row) => revisionOf(log, row))
  const later = needed.filter((revision) => revision.version > newest.version)
  const state = later.reduce(checkedStateAfter, snapshotState(log, newest))
  const history = needed.reduce((history, revision) => remember(history, revision), emptyHistory)
  const written = revisions
    .filter((row) => row.version > newest.version)
    .reduce((sum, row) => sum + row.changes.length, newest.written)
  const seal = seals.get(state.version) ?? ''
  const end = { seal, written, snapshot: { version: newest.version, written: newest.written } }
  return {
    state,
    history,
    end,
    cloneMarker: readText(connection, selectMeta, 'mark'),
    sealAt: (version) => seals.get(version),
  }
}

/** The rows of a query. Throws when one does not fit the schema. */
export function readRows<Row>(
  connection: Connection,
  sql: string,
  schema: z.ZodMiniType<Row>,
  ...parameters: unknown[]
): readonly Row[] {
  const rows = z.array(schema).safeParse(connection.prepare(sql).all(...parameters))
  if (!rows.success) throw new Error('a row has other columns than were written')
  return rows.data
}

/** The seals by version. Throws when a revision does not follow the one before it. [L1] */
function checkChain(first: SnapshotRow, revisions: readonly RevisionRow[]): ReadonlyMap<number, string> {
  let { seal } = first
  const seals = new Map([[first.version, seal]])
  for (const row of revisions) {
    seal = revisionSeal(seal, row)
    if (row.seal !== seal) throw new Error(`version ${row.version} is not what was written`)
    seals.set(row.version, seal)
  }
  return seals
}

/** The state of a snapshot. Throws when its checksum is wrong. */
export function snapshotState(log: string, row: SnapshotRow): LogState {
  const list: readonly Driver[] = JSON.parse(row.drivers)
  const drivers = byName(list)
  if (checksumOf(drivers) !== row.checksum) throw new Error(`the list of version ${row.version} has another checksum`)
  return { ...common(log, row), drivers }
}

function checkedStateAfter(state: LogState, revision: Revision): LogState {
  if (checksumAfter(state.checksum, state.drivers, revision.changes) !== revision.checksum) {
    throw new Error(`version ${revision.version} has another checksum`)
  }
  return stateAfter(state, revision)
}

/** The revision of a row. */
export function revisionOf(log: string, row: RevisionRow): Revision {
  const changes: Changes = JSON.parse(row.changes)
  return { ...common(log, row), changes }
}

function common(log: string, row: Omit<RevisionRow, 'changes'>) {
  const event: Event | undefined = row.event === null ? undefined : JSON.parse(row.event)
  const { version, at, checksum } = row
  return { log, version, at, sourceAt: row.source_at ?? undefined, event, checksum }
}
