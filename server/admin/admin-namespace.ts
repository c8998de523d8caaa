import type { Namespace } from 'socket.io'
import type { ServerState } from '../../lib/server-api/pipeline-state.ts'
import { sessionCookie } from '../../lib/server-api/session-cookie.ts'
import type { Sessions } from './session.ts'

/** How often the state is sent even when nothing changed, in milliseconds. */
const heartbeat = 5000

/**
 * Sends `server_state` to signed-in admins: at once when they connect, every few seconds, and at `broadcastState()`.
 * Connections without a session are refused with `not_signed_in`.
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

/** The session token in a Cookie header; undefined when it has none. */
function readCookie(header: string | undefined): string | undefined {
  const start = `${sessionCookie}=`
  return header
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(start))
    ?.slice(start.length)
}
