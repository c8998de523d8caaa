import type { Namespace, Socket } from 'socket.io'
import type { VersionCheck } from '../../../lib/sync/protocol.ts'
import { isBackedUp, onDrained } from './backlog.ts'

type Check = VersionCheck['data']

export interface SlowSockets {
  /** Call it before something goes to all: who cannot keep up is left out, and owed what it misses from here on. */
  exclude(from: { readonly log: string; readonly version: number }): void
  /** Those who keep up. */
  others(): Pick<Namespace, 'emit'>
  /** Takes a check of somebody who cannot keep up: it is answered later. False: it can be answered now. */
  postpone(socket: Socket, check: Check): boolean
}

export interface SlowSocketParts {
  /**
   * Answers a check, after it called `join`; from then on the socket hears everything. When `join` says false it is not
   * to answer.
   */
  readonly answer: (socket: Socket, check: Check, join: () => boolean) => Promise<void>
  readonly fail: (socket: Socket, error: unknown) => void
}

const room = 'slow'

/**
 * Clients that cannot keep up get nothing more until they have taken what is queued for them, and then one answer, to a
 * check with the version that they had: they cost no memory and delay nobody. [P12]
 */
export function createSlowSockets(namespace: Namespace, { answer, fail }: SlowSocketParts): SlowSockets {
  const owed = new Map<Socket, Check>()

  function owe(socket: Socket, check: Check): void {
    const isKnown = owed.has(socket)
    owed.set(socket, check)
    if (isKnown) return
    void socket.join(room)
    const callOff = onDrained(socket, () => {
      settle(socket).catch((error: unknown) => fail(socket, error))
    })
    socket.once('disconnect', () => {
      callOff()
      owed.delete(socket)
    })
  }

  async function settle(socket: Socket): Promise<void> {
    for (let check = owed.get(socket); check; check = owed.get(socket)) {
      const asked = check
      await answer(socket, asked, () => {
        // Whoever asked again meanwhile is answered that.
        if (owed.get(socket) !== asked) return false
        owed.delete(socket)
        void socket.leave(room)
        return true
      })
    }
  }

  return {
    exclude(from) {
      for (const socket of namespace.sockets.values()) {
        if (!owed.has(socket) && isBackedUp(socket)) owe(socket, { ...from, catch_up: socket.data.catchesUp === true })
      }
    },
    others: () => (owed.size > 0 ? namespace.except(room) : namespace),
    postpone(socket, check) {
      if (!owed.has(socket) && !isBackedUp(socket)) return false
      owe(socket, check)
      return true
    },
  }
}
