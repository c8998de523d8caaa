import { type History, missedSince, remember } from './history.ts'
import { LogError } from './log-error.ts'
import { nextRevision, stateAfter } from './next-revision.ts'
import type { LogState, Past, Revision, RevisionLog } from './revision-log.ts'
import { createSubscribers } from './subscribers.ts'

export interface LocalLogParts {
  readonly state: LogState
  readonly history: History
  /** Returns when the revision is durable, or throws and has stored nothing. */
  readonly store: (revision: Revision, state: LogState) => void
  /** The whole stored history. */
  readonly past: () => Past
  /** Releases all resources. A second call does nothing. */
  readonly close: () => void
  readonly warn: (message: string) => void
}

/** A log whose only writer is this process. A revision becomes current and is announced after it is stored. [P3] */
export function createLocalRevisionLog(parts: LocalLogParts): RevisionLog {
  const subscribers = createSubscribers(parts.warn)
  let { state, history } = parts
  let closed = false

  return {
    current: () => state,
    subscribe: subscribers.subscribe,
    async append(expectedVersion, draft) {
      if (closed) throw new LogError('log_closed', 'The log is closed.')
      if (expectedVersion !== state.version) return { kind: 'conflict', state }
      const revision = nextRevision(state, draft)
      const after = stateAfter(state, revision)
      parts.store(revision, after)
      state = after
      history = remember(history, revision)
      subscribers.announce(revision, after)
      return { kind: 'appended', revision, state: after }
    },
    async since(position) {
      return missedSince(history, state, position)
    },
    async past() {
      if (closed) throw new LogError('log_closed', 'The log is closed.')
      return parts.past()
    },
    async close() {
      closed = true
      parts.close()
    },
  }
}
