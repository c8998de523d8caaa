import { type Changes, diffDrivers } from '../list/diff.ts'
import { emptyReplica, type Replica } from '../sync/replica.ts'

/**
 * How sure a copy is of being the newest.
 * connecting: nothing heard yet · live: the server confirmed this version · behind: it was asked, or is about to be ·
 * offline: no connection, or nothing heard for too long.
 */
export type Connection = 'connecting' | 'live' | 'behind' | 'offline'

/** Everything that a page shows about the list and its age. Times are Unix ms by the server's clock. */
export interface LiveState {
  readonly replica: Replica
  readonly connection: Connection
  /** Since when the connection is what it is. */
  readonly connectionSince: number
  /** When the server was last heard. */
  readonly heardAt: number
  /** When the timing file was last written, as far as the server knows. */
  readonly sourceAt: number | undefined
  /** Since when the publisher has not been able to use what it reads. */
  readonly stalledSince: number | undefined
  /** What to add to this machine's clock to get the server's. */
  readonly clockOffset: number
  /** How often the copy was found to differ from the server's. [P10] */
  readonly divergences: number
  /** About how many bytes have crossed the socket, both ways, since the page was opened. */
  readonly socketBytes: number
}

/** One step of a live list. */
export interface LiveUpdate {
  readonly before: LiveState
  readonly after: LiveState
  /** What turns the drivers before into those after; undefined when they are the same. */
  readonly changes: Changes | undefined
}

export interface LiveStore {
  get(): LiveState
  /**
   * `changes` turn the drivers of the state before into the new ones; without them the two lists are compared, once.
   */
  set(change: Partial<LiveState>, changes?: Changes): void
  subscribe(listener: (update: LiveUpdate) => void): () => void
}

export const initialLiveState: LiveState = {
  replica: emptyReplica,
  connection: 'connecting',
  connectionSince: 0,
  heardAt: 0,
  sourceAt: undefined,
  stalledSince: undefined,
  clockOffset: 0,
  divergences: 0,
  socketBytes: 0,
}

/** Holds the newest state and notifies listeners of every step. No framework, no clock, no socket. */
export function createLiveStore(initial: Partial<LiveState> = {}): LiveStore {
  let state: LiveState = { ...initialLiveState, ...initial }
  const listeners = new Set<(update: LiveUpdate) => void>()
  return {
    get: () => state,
    set(change, changes) {
      const before = state
      state = { ...before, ...change }
      if (listeners.size === 0) return
      const update = { before, after: state, changes: changesBetween(before, state, changes) }
      for (const listener of listeners) listener(update)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The changes from one state's drivers to the next; the carried ones where the sender of the list named them. */
function changesBetween(before: LiveState, after: LiveState, carried: Changes | undefined): Changes | undefined {
  const [old, now] = [before.replica.drivers, after.replica.drivers]
  return old === now ? undefined : (carried ?? diffDrivers(old, now))
}
