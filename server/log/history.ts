import { squash } from '../../lib/list/diff.ts'
import type { LogPosition, LogState, Missed, Revision } from './revision-log.ts'

/** The newest revisions of a log, oldest first, without a gap: what a reader that fell behind is told from. */
export interface History {
  readonly revisions: readonly Revision[]
  /** How many records the revisions hold. */
  readonly records: number
}

export interface HistoryLimits {
  readonly revisions: number
  readonly records: number
}

export const emptyHistory: History = { revisions: [], records: 0 }

/** Who missed more is as well served with the whole list; and every old record that is kept costs memory. */
export const defaultHistoryLimits: HistoryLimits = { revisions: 1000, records: 20_000 }

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

/** What a reader at this position missed. Without a log only the newest version counts as known. [L4] */
export function missedSince({ revisions }: History, state: LogState, { log, version }: LogPosition): Missed {
  if (version === state.version && (log === undefined || log === state.log)) return { kind: 'nothing' }
  const missed = revisions.filter((revision) => revision.version > version)
  const newest = missed.at(-1)
  if (log !== state.log || !newest || missed[0]?.version !== version + 1) return { kind: 'state', state }
  const changes = squash(missed.map((revision) => revision.changes))
  const event = missed.findLast((revision) => revision.event)?.event
  return { kind: 'changes', from: version, revision: { ...newest, changes, event } }
}
