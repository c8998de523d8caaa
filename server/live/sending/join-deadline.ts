import type { IncomingMessage } from 'node:http'
import type { Server } from 'socket.io'
import type { Timers } from '../../../lib/time/timers.ts'
import { createDeadlines } from './deadlines.ts'
import { hangUp } from './hang-up.ts'
import type { LiveConnection } from './live-socket.ts'

interface Connection extends LiveConnection {
  once(event: 'close', listener: () => void): unknown
}

/**
 * Hangs up connections that have joined no namespace after so many milliseconds. socket.io itself closes those that
 * poll in an orderly way, which takes 30 s more when they do not poll. Call it before namespaces are made. Returns a
 * function that starts the deadline of a connection which is not one of engine.io.
 */
export function enforceJoinDeadline(
  server: Server,
  deadline: number,
  timers: Timers,
): (connection: Connection) => void {
  /** By request, since the wire endpoint hands connections over, whose deadline stays. */
  const connections = new WeakMap<IncomingMessage, Connection>()
  const deadlines = createDeadlines<IncomingMessage>(deadline, timers, (request) => {
    const connection = connections.get(request)
    if (connection) hangUp(connection)
  })

  function follow(connection: Connection): void {
    const { request } = connection
    if (!connections.has(request)) deadlines.start(request)
    connections.set(request, connection)
    connection.once('close', () => deadlines.stop(request))
  }

  server.engine.on('connection', follow)
  server.on('new_namespace', (namespace) => {
    namespace.on('connection', ({ conn }) => deadlines.stop(conn.request))
  })
  return follow
}
