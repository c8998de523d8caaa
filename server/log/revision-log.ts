import type { Checksum } from '../../lib/list/checksum.ts'
import type { Changes } from '../../lib/list/diff.ts'
import type { Drivers } from '../../lib/record/driver.ts'
import type { Event } from '../../lib/record/event.ts'

/**
 * What one version of one log says. Times are Unix ms: when it was published, and when the timing file behind it was
 * written.
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

/** What turned the version before it into this one. `event` comes when it changed. */
export interface Revision {
  readonly log: string
  readonly version: number
  readonly at: number
  readonly sourceAt: number | undefined
  readonly changes: Changes
  readonly event: Event | undefined
  readonly checksum: Checksum
}

/** What a writer wants the next version to be. `event` is undefined when it did not change. */
export interface Draft {
  readonly at: number
  readonly sourceAt: number | undefined
  readonly changes: Changes
  readonly event: Event | undefined
}

export type AppendResult =
  | { readonly kind: 'appended'; readonly revision: Revision; readonly state: LogState }
  | { readonly kind: 'conflict'; readonly state: LogState }

/** Where a reader stands. A bare client does not know its log; version 0 says that it has nothing. */
export interface LogPosition {
  readonly log: string | undefined
  readonly version: number
}

/**
 * What a reader missed: nothing, all changes since `from` squashed into one revision, or too much to say but the whole.
 */
export type Missed =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'changes'; readonly from: number; readonly revision: Revision }
  | { readonly kind: 'state'; readonly state: LogState }

/** The oldest state that a log still knows, and every revision from it on to the newest, in order. [L1] */
export interface Past {
  readonly start: LogState
  /** Read as one goes through them, since there may be many; not after the log was closed. */
  readonly revisions: Iterable<Revision>
}

export type Listener = (revision: Revision, state: LogState) => void

/**
 * The history of the list: consecutive versions of one log, each durable before anyone hears of it. It always has a
 * version: a new log begins with an empty list. [P1] [P2] [P3] [L1]
 */
export interface RevisionLog {
  current(): LogState
  /**
   * Appends if `expectedVersion` is the newest; otherwise nothing happens. Rejects with a LogError when it cannot be
   * stored. [L2]
   */
  append(expectedVersion: number, draft: Draft): Promise<AppendResult>
  /** An unknown, future or foreign position gets the whole state. [L4] */
  since(position: LogPosition): Promise<Missed>
  /** How the newest state came about, as far back as the log goes. Rejects with LogError 'log_closed'. */
  past(): Promise<Past>
  /** Calls the listener with every revision from now on, in order. Returns how to stop. [L3] */
  subscribe(listener: Listener): () => void
  /** Releases what it holds; later appends are rejected. Closing twice is closing once. */
  close(): Promise<void>
}
