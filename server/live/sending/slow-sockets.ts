import type { Namespace, Socket } from 'socket.io'
import type { VersionCheck } from '../../../lib/sync/protocol.ts'
import { isBackedUp, onDrained } from './backlog.ts'

type Check = VersionCheck['data']

export interface SlowSockets {
  /** Excludes sockets that cannot keep up from the next broadcast; what they miss after `from` is sent later. */
  exclude(from: { readonly log: string; readonly version: number }): void
  /** All sockets that are not excluded. */
  others(): Pick<Namespace, 'emit'>
  /** Defers the check of a socket that cannot keep up. Returns false when the check can be answered now. */
  deferIfSlow(socket: Socket, check: Check): boolean
  /** The check of each excluded socket: the version that it has. */
  deferred(): Iterable<Check>
  /** How often one answer stood for all that an excluded socket had missed, since the start. */
  conflations(): number
}

export interface SlowSocketParts {
  /**
   * Answers a check. It calls `rejoin` just before it sends: true ends the exclusion; false means that a newer check is
   * there, so that this one must not be answered.
   */
  readonly answer: (socket: Socket, check: Check, rejoin: () => boolean) => Promise<void>
  readonly fail: (socket: Socket, error: unknown) => void
}

const room = 'slow'

/**
 * Excludes sockets that cannot keep up from broadcasts until their backlog is taken. Then each gets one answer, to its
 * newest check or to one at its last version: a slow socket costs no memory and delays no other. [P12]
 */
export function createSlowSockets(namespace: Namespace, { answer, fail }: SlowSocketParts): SlowSockets {
  const deferred = new Map<Socket, Check>()
  let conflations = 0

  function defer(socket: Socket, check: Check): void {
    const isKnown = deferred.has(socket)
    deferred.set(socket, check)
    if (isKnown) return
    void socket.join(room)
    const cancel = onDrained(socket, () => {
      flush(socket).catch((error: unknown) => fail(socket, error))
    })
    socket.once('disconnect', () => {
      cancel()
      deferred.delete(socket)
    })
  }

  async function flush(socket: Socket): Promise<void> {
    for (let check = deferred.get(socket); check; check = deferred.get(socket)) {
      const answered = check
      await answer(socket, answered, () => {
        // A check that arrived meanwhile is answered instead.
        if (deferred.get(socket) !== answered) return false
        deferred.delete(socket)
        void socket.leave(room)
        conflations += 1
        return true
      })
    }
  }

  return {
    exclude(from) {
      for (const socket of namespace.sockets.values()) {
        if (deferred.has(socket) || !isBackedUp(socket)) continue
        defer(socket, { ...from, catch_up: socket.data.catchesUp === true })
      }
    },
    others: () => (deferred.size > 0 ? namespace.except(room) : namespace),
    deferIfSlow(socket, check) {
      if (!deferred.has(socket) && !isBackedUp(socket)) return false
      defer(socket, check)
      return true
    },
    deferred: () => deferred.values(),
    conflations: () => conflations,
  }
}
