import type { Namespace, Socket } from 'socket.io'
import type { ServerState } from '../../lib/server-api/pipeline-state.ts'
import { sessionToken } from '../../lib/server-api/session-cookie.ts'
import type { Sessions } from './sessions.ts'

/** How often the state is sent even when nothing changed, in milliseconds. */
const heartbeat = 5000

/**
 * Sends `server_state` to signed-in admins: at once when they connect, every few seconds, and at `broadcastState()`.
 * Connections without a valid session are refused with `not_signed_in`, and closed when their session ends.
 */
export function serveAdmin(
  namespace: Namespace,
  sessions: Pick<Sessions, 'isValid' | 'subscribe'>,
  state: () => ServerState,
): { broadcastState: () => void; stop: () => void } {
  const hasSession = (socket: Socket) => sessions.isValid(sessionToken(socket.handshake.headers.cookie))
  const closeEnded = () => {
    for (const socket of namespace.sockets.values()) {
      // A browser connects again after a closed connection, is refused, and shows the sign-in page.
      if (!hasSession(socket)) socket.conn.close(true)
    }
  }
  namespace.use((socket, next) => next(hasSession(socket) ? undefined : new Error('not_signed_in')))
  namespace.on('connection', (socket) => socket.emit('server_state', state()))
  const broadcastState = () => {
    closeEnded()
    namespace.emit('server_state', state())
  }
  const timer = setInterval(broadcastState, heartbeat)
  const unsubscribe = sessions.subscribe(closeEnded)
  const stop = () => {
    clearInterval(timer)
    unsubscribe()
  }
  return { broadcastState, stop }
}
