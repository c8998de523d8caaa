import { emptyReplica, type Replica } from './replica.ts'

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

export interface LiveStore {
  get(): LiveState
  set(change: Partial<LiveState>): void
  subscribe(listener: () => void): () => void
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

/** Holds the newest state and tells listeners when it changed. No framework, no clock, no socket. */
export function createLiveStore(initial: Partial<LiveState> = {}): LiveStore {
  let state: LiveState = { ...initialLiveState, ...initial }
  const listeners = new Set<() => void>()
  return {
    get: () => state,
    set(change) {
      state = { ...state, ...change }
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
