import type { Server, Socket } from 'socket.io'
import type { Timers } from '../../../lib/time/timers.ts'
import { hangUp } from './hang-up.ts'

type Connection = Socket['conn']

/**
 * Hangs up connections that have joined no namespace after so many milliseconds. socket.io itself closes those that
 * poll in an orderly way, which takes 30 s more when they do not poll. Call it before namespaces are made.
 */
export function enforceJoinDeadline(server: Server, deadline: number, { elapsed, after }: Timers): void {
  /** When they came, the oldest first. */
  const notJoined = new Map<Connection, number>()
  let cancel: (() => void) | undefined

  function watchOldest(): void {
    const [oldest] = notJoined.values()
    cancel = oldest === undefined ? undefined : after(oldest + deadline - elapsed(), hangUpLate)
  }

  function hangUpLate(): void {
    for (const [connection, since] of notJoined) {
      if (elapsed() < since + deadline) break
      notJoined.delete(connection)
      hangUp(connection)
    }
    watchOldest()
  }

  function forget(connection: Connection): void {
    notJoined.delete(connection)
    if (notJoined.size > 0) return
    cancel?.()
    cancel = undefined
  }

  server.engine.on('connection', (connection: Connection) => {
    notJoined.set(connection, elapsed())
    connection.once('close', () => forget(connection))
    if (!cancel) watchOldest()
  })
  server.on('new_namespace', (namespace) => {
    namespace.on('connection', ({ conn }) => forget(conn))
  })
}
