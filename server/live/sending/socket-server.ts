import type { Server as HttpServer } from 'node:http'
import { Server } from 'socket.io'
import { systemTimers } from '../../../lib/time/timers.ts'
import { type AdmissionParts, createAdmission } from './admission.ts'
import { CompressingWebSocketServer } from './compressing-websockets.ts'
import { enforceJoinDeadline } from './join-deadline.ts'
import { SharedFramesAdapter } from './shared-frames-adapter.ts'

/** The largest message that a browser may send, in bytes; a version_check has about 90. */
const maximumMessage = 4096
/** A real client joins a namespace at once. Milliseconds. */
const defaultJoinDeadline = 10_000

interface SocketServerParts extends AdmissionParts {
  /** How long a connection may join no namespace, in milliseconds. */
  readonly joinDeadline?: number
}

/** socket.io on the HTTP server, with limits for hostile clients. Connections to the namespace `/` are refused. */
export function createSocketServer(http: HttpServer, parts: SocketServerParts): Server {
  const admission = createAdmission(parts)
  const server = new Server(http, {
    serveClient: false,
    adapter: SharedFramesAdapter,
    wsEngine: CompressingWebSocketServer,
    maxHttpBufferSize: maximumMessage,
    // Compression for each client costs 8 times the CPU and 30 times the memory: the adapter compresses once for all.
    perMessageDeflate: false,
    httpCompression: false,
    // server/http/upgrade-limits.ts destroys what is not for socket.io.
    destroyUpgrade: false,
    // Its middleware takes several turns of each handshake, and without origins has nothing to say.
    ...(parts.allowedOrigins.length > 0 ? { cors: { origin: [...parts.allowedOrigins] } } : {}),
    allowRequest: admission.allowRequest,
  })
  admission.follow(server)
  enforceJoinDeadline(server, parts.joinDeadline ?? defaultJoinDeadline, systemTimers)
  server.use((_socket, next) => next(new Error('Nothing is served here; connect to /live.')))
  return server
}
