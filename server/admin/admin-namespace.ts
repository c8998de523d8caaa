import type { Namespace } from 'socket.io'
import type { ServerState } from '../../lib/server-api/pipeline-state.ts'
import { readCookie } from './cookie.ts'
import type { Sessions } from './session.ts'

/** How often /admin hears from the server even when nothing changed, in milliseconds. */
const heartbeat = 5000

/**
 * Tells signed-in admins the server's state, whenever it changed and every few seconds. Returns how to say it now and
 * how to stop. Nobody else can connect.
 */
export function serveAdmin(
  namespace: Namespace,
  sessions: Sessions,
  state: () => ServerState,
): { broadcastState: () => void; stop: () => void } {
  namespace.use((socket, next) => {
    const token = readCookie(socket.handshake.headers.cookie)
    sessions.isSignedIn(token).then(
      (signedIn) => next(signedIn ? undefined : new Error('not_signed_in')),
      () => next(new Error('not_signed_in')),
    )
  })
  namespace.on('connection', (socket) => socket.emit('server_state', state()))
  const broadcastState = () => namespace.emit('server_state', state())
  const timer = setInterval(broadcastState, heartbeat)
  return { broadcastState, stop: () => clearInterval(timer) }
}
