import type { Checksum } from '../../lib/list/checksum.ts'
import type { Changes } from '../../lib/list/diff.ts'
import type { Drivers } from '../../lib/record/driver.ts'
import type { Event } from '../../lib/record/event.ts'

/**
 * The list and the event at one version of a log. Times are Unix ms: `at` when the version was published, `sourceAt`
 * when its timing file was written.
 */
export interface LogState {
  readonly log: string
  readonly version: number
  readonly at: number
  readonly sourceAt: number | undefined
  readonly drivers: Drivers
  readonly event: Event | undefined
  readonly checksum: Checksum
}

/** What one version changed. `event` is undefined when it did not change; times and checksum are those of LogState. */
export interface Revision {
  readonly log: string
  readonly version: number
  readonly at: number
  readonly sourceAt: number | undefined
  readonly changes: Changes
  readonly event: Event | undefined
  readonly checksum: Checksum
}

/** The content of the next version. `event` is undefined when it did not change. */
export interface Draft {
  readonly at: number
  readonly sourceAt: number | undefined
  readonly changes: Changes
  readonly event: Event | undefined
}

export type AppendResult =
  | { readonly kind: 'appended'; readonly revision: Revision; readonly state: LogState }
  | { readonly kind: 'conflict'; readonly state: LogState }

/** The version that a reader has. `log` is undefined when the reader does not know it; version 0 means no list. */
export interface LogPosition {
  readonly log: string | undefined
  readonly version: number
}

/** What a reader missed: nothing, all changes since `from` squashed into one revision, or the whole state. */
export type Missed =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'changes'; readonly from: number; readonly revision: Revision }
  | { readonly kind: 'state'; readonly state: LogState }

/** The oldest state of a log, and every revision from there to the newest, in order. [L1] */
export interface Past {
  readonly start: LogState
  /** Read from the storage during the iteration, since there may be many. Fails after the log is closed. */
  readonly revisions: Iterable<Revision>
}

export type Listener = (revision: Revision, state: LogState) => void

/**
 * The history of the list: consecutive versions, each durable before it is announced. It always has a current state:
 * a new log begins with an empty list. [P1] [P2] [P3] [L1]
 */
export interface RevisionLog {
  current(): LogState
  /** Appends if `expectedVersion` is the newest, or else `conflict`. Rejects with LogError when storing fails. [L2] */
  append(expectedVersion: number, draft: Draft): Promise<AppendResult>
  /** What a reader at this position missed: the whole state when the position is unknown, future or foreign. [L4] */
  since(position: LogPosition): Promise<Missed>
  /** The whole stored history. Rejects with LogError 'log_closed' after close(). */
  past(): Promise<Past>
  /** Calls the listener with every further revision, in order. Returns a function that unsubscribes it. [L3] */
  subscribe(listener: Listener): () => void
  /** Releases all resources; later appends are rejected. A second call does nothing. */
  close(): Promise<void>
}
