import type { Past, Revision } from '../revision-log.ts'
import type { Connection } from './connection.ts'
import { revisionRowSchema, selectOldestSnapshot, selectRevisionsAfter, snapshotRowSchema } from './format.ts'
import { readRows, revisionOf, snapshotState } from './read-log.ts'

/** How many revisions are read at a time. */
const pageSize = 200

/** The past of a log, from the oldest snapshot of its file. The file was checked when the log was opened. */
export function readPast(connection: Connection, log: string): Past {
  const [oldest] = readRows(connection, selectOldestSnapshot, snapshotRowSchema)
  if (!oldest) throw new Error('the file of the log holds no list')
  const start = snapshotState(log, oldest)
  return { start, revisions: { [Symbol.iterator]: () => revisionsAfter(connection, log, start.version) } }
}

function* revisionsAfter(connection: Connection, log: string, version: number): Generator<Revision, undefined> {
  for (let last = version; ; ) {
    const page = readRows(connection, selectRevisionsAfter, revisionRowSchema, last, pageSize)
    for (const row of page) yield revisionOf(log, row)
    last = page.at(-1)?.version ?? last
    if (page.length < pageSize) return
  }
}
