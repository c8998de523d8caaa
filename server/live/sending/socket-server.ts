import type { Server as HttpServer } from 'node:http'
import { Server } from 'socket.io'
import { systemTimers } from '../../../lib/time/timers.ts'
import { type AdmissionParts, createAdmission } from './admission.ts'
import { compressingWebSockets } from './compressing-websockets.ts'
import { enforceJoinDeadline } from './join-deadline.ts'
import { SharedFramesAdapter } from './shared-frames-adapter.ts'
import { WireEndpoint } from './wire-endpoint.ts'
import type { PingTimes } from './wire-pings.ts'

/** The largest message that a browser may send, in bytes; a version_check has about 90. */
const maximumMessage = 4096
/** Those of engine.io. */
const defaultPings: PingTimes = { pingInterval: 25_000, pingTimeout: 20_000 }
/** socket.io's own deadline to join a namespace, which does not see what was joined at the wire endpoint. */
const noConnectTimeout = 2 ** 31 - 1
/** A real client joins a namespace at once. Milliseconds. */
const defaultJoinDeadline = 10_000

interface SocketServerParts extends AdmissionParts {
  /** How long a connection may join no namespace, in milliseconds. */
  readonly joinDeadline?: number
  readonly pings?: PingTimes
  /** False: WebSockets that join the live namespace are socket.io's, too. */
  readonly hasWireEndpoint?: boolean
}

export interface SocketServer extends Server {
  readonly wire: WireEndpoint
}

/** socket.io on the HTTP server, with limits for hostile clients. Connections to the namespace `/` are refused. */
export function createSocketServer(http: HttpServer, parts: SocketServerParts): SocketServer {
  const admission = createAdmission(parts)
  const pings = parts.pings ?? defaultPings
  const wire = new WireEndpoint({ ...pings, maxPayload: maximumMessage, timers: systemTimers })
  const server = new Server(http, {
    ...pings,
    connectTimeout: noConnectTimeout,
    serveClient: false,
    adapter: SharedFramesAdapter,
    wsEngine: compressingWebSockets(wire),
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
  if (parts.hasWireEndpoint ?? true) wire.attach(server)
  wire.on('connection', enforceJoinDeadline(server, parts.joinDeadline ?? defaultJoinDeadline, systemTimers))
  server.use((_socket, next) => next(new Error('Nothing is served here; connect to /live.')))
  return Object.assign(server, { wire })
}
