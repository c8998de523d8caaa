import { type DeskState, silentDesk } from '../desk/desk-state.ts'
import { type Changes, diffDrivers } from '../list/diff.ts'
import { emptyReplica, type Replica } from '../sync/replica.ts'

/**
 * Whether the list is the newest.
 * connecting: until the first attempt ends · live: the server confirmed this version · behind: a check is sent or
 * scheduled · offline: no connection, or the server was silent for too long.
 */
export type Connection = 'connecting' | 'live' | 'behind' | 'offline'

/** The list of a page, with its connection and age. Times are in Unix ms by the server's clock. */
export interface LiveState {
  readonly replica: Replica
  /** What the desk says to this page. */
  readonly desk: DeskState
  readonly connection: Connection
  /** The server has no place for this browser at the moment; only when it is offline. */
  readonly isServerFull: boolean
  /** The time of the server's last message; 0 when this page has not heard it. */
  readonly heardAt: number
  /** The modification time of the timing file; undefined when the server has not sent it. */
  readonly sourceAt: number | undefined
  /** The time since when the publisher has been stalled; undefined when it is not. */
  readonly stalledSince: number | undefined
  /** The publisher is stalled because the loss guard holds a list. */
  readonly isHeld: boolean
  /** The server's clock minus this machine's, in ms. */
  readonly clockOffset: number
  /** The number of checksum mismatches with the server. It must stay 0. [P10] */
  readonly divergences: number
  /** An estimate of the bytes in both directions on the socket since the page was opened. */
  readonly socketBytes: number
}

/** One change of the store. */
export interface LiveUpdate {
  readonly before: LiveState
  readonly after: LiveState
  /** The changes between the drivers of `before` and `after`; undefined when the list is the same object. */
  readonly changes: Changes | undefined
}

export interface LiveStore {
  get(): LiveState
  /** `changes` lead from the old drivers to the new ones. Without them the store compares the two lists once. */
  set(change: Partial<LiveState>, changes?: Changes): void
  subscribe(listener: (update: LiveUpdate) => void): () => void
}

export const initialLiveState: LiveState = {
  replica: emptyReplica,
  desk: silentDesk,
  connection: 'connecting',
  isServerFull: false,
  heardAt: 0,
  sourceAt: undefined,
  stalledSince: undefined,
  isHeld: false,
  clockOffset: 0,
  divergences: 0,
  socketBytes: 0,
}

/** Holds the newest state and notifies listeners of each change. It needs no framework, clock or socket. */
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

/** The changes between the drivers of two states: the carried ones if the message has them. */
function changesBetween(before: LiveState, after: LiveState, carried: Changes | undefined): Changes | undefined {
  const [old, now] = [before.replica.drivers, after.replica.drivers]
  return old === now ? undefined : (carried ?? diffDrivers(old, now))
}
