import { beginLog } from './begin-log.ts'
import { emptyHistory } from './history.ts'
import { createLocalRevisionLog } from './local-revision-log.ts'
import { stateAfter } from './next-revision.ts'
import type { Revision, RevisionLog } from './revision-log.ts'

export interface MemoryLogOptions {
  readonly now: () => number
  readonly warn: (message: string) => void
  /** How many revisions its past holds. */
  readonly keepRevisions?: number
}

/** A log in memory, for tests and demos. It begins above Unix ms, and so above the log of an earlier process. [P2] */
export async function openMemoryRevisionLog(options: MemoryLogOptions): Promise<RevisionLog> {
  const { now, warn, keepRevisions = 1000 } = options
  const state = beginLog(now(), [])
  let start = state
  let revisions: readonly Revision[] = []
  const store = (revision: Revision) => {
    const all = [...revisions, revision]
    const kept = Math.max(0, all.length - keepRevisions)
    start = all.slice(0, kept).reduce(stateAfter, start)
    revisions = all.slice(kept)
  }
  const past = () => ({ start, revisions })
  return createLocalRevisionLog({ state, history: emptyHistory, store, past, close: () => {}, warn })
}
