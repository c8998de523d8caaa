import type { VersionCheck } from '../../../lib/sync/protocol.ts'
import { hasBacklog, isBackedUp, onDrained } from './backlog.ts'
import type { LiveSocket } from './live-socket.ts'
import type { MessageSender } from './message-sender.ts'
import type { ActionMessage } from './shared-frames-adapter.ts'

type Check = VersionCheck['data']

export interface SlowSockets {
  /** Sends a message to all but sockets that cannot keep up; what these miss after `from` is sent later. */
  broadcast(message: ActionMessage, from: { readonly log: string; readonly version: number }): void
  /** Defers the check of a socket that cannot keep up. Returns false when the check can be answered now. */
  deferIfSlow(socket: LiveSocket, check: Check): boolean
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
  readonly answer: (socket: LiveSocket, check: Check, rejoin: () => boolean) => Promise<void>
  readonly fail: (socket: LiveSocket, error: unknown) => void
}

/**
 * Excludes sockets that cannot keep up from broadcasts until their backlog is taken. Then each gets one answer, to its
 * newest check or to one at its last version: a slow socket costs no memory and delays no other. [P12]
 */
export function createSlowSockets(sender: MessageSender, { answer, fail }: SlowSocketParts): SlowSockets {
  const deferred = new Map<LiveSocket, Check>()
  let conflations = 0

  function defer(socket: LiveSocket, check: Check): void {
    const isKnown = deferred.has(socket)
    deferred.set(socket, check)
    if (isKnown) return
    const cancel = onDrained(socket, () => {
      flush(socket).catch((error: unknown) => fail(socket, error))
    })
    socket.once('disconnect', () => {
      cancel()
      deferred.delete(socket)
    })
  }

  async function flush(socket: LiveSocket): Promise<void> {
    for (let check = deferred.get(socket); check; check = deferred.get(socket)) {
      const answered = check
      await answer(socket, answered, () => {
        // A check that arrived meanwhile is answered instead.
        if (deferred.get(socket) !== answered) return false
        deferred.delete(socket)
        conflations += 1
        return true
      })
    }
  }

  /** Looks at the sockets on which a message had to wait: whatever is backed up is among them. */
  function exclude(from: { readonly log: string; readonly version: number }): void {
    for (const [id, socket] of sender.waiting) {
      const isSlow = isBackedUp(socket)
      if (isSlow || !socket.connected || !hasBacklog(socket)) sender.waiting.delete(id)
      if (isSlow && socket.connected && !deferred.has(socket))
        defer(socket, { ...from, catch_up: socket.data.catchesUp === true })
    }
  }

  return {
    broadcast(message, from) {
      exclude(from)
      sender.sendToAll(message, deferred)
    },
    deferIfSlow(socket, check) {
      if (!deferred.has(socket) && !isBackedUp(socket)) return false
      defer(socket, check)
      return true
    },
    deferred: () => deferred.values(),
    conflations: () => conflations,
  }
}
