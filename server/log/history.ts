import { squash } from '../../lib/list/diff.ts'
import type { LogPosition, LogState, Missed, Revision } from './revision-log.ts'

/** The newest revisions of a log, oldest first and without a gap, from which readers catch up. */
export interface History {
  readonly revisions: readonly Revision[]
  /** The number of updated and destroyed records in the revisions. */
  readonly records: number
}

export interface HistoryLimits {
  readonly revisions: number
  readonly records: number
}

export const emptyHistory: History = { revisions: [], records: 0 }

/** A reader that missed more may as well get the whole list, and every record in the history costs memory. */
export const defaultHistoryLimits: HistoryLimits = { revisions: 1000, records: 20_000 }

/** Adds the next revision, and forgets the oldest ones until the limits hold. */
export function remember(history: History, revision: Revision, limits = defaultHistoryLimits): History {
  const revisions = [...history.revisions, revision]
  let records = history.records + size(revision)
  let forgotten = 0
  while (revisions.length - forgotten > limits.revisions || records > limits.records) {
    const oldest = revisions[forgotten]
    if (!oldest) break
    records -= size(oldest)
    forgotten += 1
  }
  return { revisions: revisions.slice(forgotten), records }
}

function size({ changes }: Revision): number {
  return changes.update.length + changes.destroy.length
}

/** What a reader at this position missed. Without a log name only the newest version is a known position. [L4] */
export function missedSince({ revisions }: History, state: LogState, { log, version }: LogPosition): Missed {
  if (version === state.version && (log === undefined || log === state.log)) return { kind: 'nothing' }
  const missed = revisions.filter((revision) => revision.version > version)
  const newest = missed.at(-1)
  if (log !== state.log || !newest || missed[0]?.version !== version + 1) return { kind: 'state', state }
  const changes = squash(missed.map((revision) => revision.changes))
  const event = missed.findLast((revision) => revision.event)?.event
  return { kind: 'changes', from: version, revision: { ...newest, changes, event } }
}
