import type { Server as HttpServer } from 'node:http'
import { Server } from 'socket.io'
import { isAllowedOrigin } from '../../http/origin.ts'
import { encodeOnce } from './encode-once.ts'

/** The largest message that a browser may send, in bytes; a version_check has about 90. */
const maximumMessage = 4096

/** socket.io on the HTTP server, with limits for hostile clients. Connections to the namespace `/` are refused. */
export function createSocketServer(http: HttpServer, allowedOrigins: readonly string[], development: boolean): Server {
  const server = new Server(http, {
    serveClient: false,
    parser: encodeOnce,
    maxHttpBufferSize: maximumMessage,
    // Compression for each client costs 8 times the CPU and 30 times the memory.
    perMessageDeflate: false,
    // A real client joins a namespace at once.
    connectTimeout: 10_000,
    httpCompression: false,
    // In development Next upgrades connections on the same port, for its hot reload.
    destroyUpgrade: !development,
    cors: { origin: [...allowedOrigins] },
    allowRequest: (request, decide) => {
      const allowed = isAllowedOrigin(request, allowedOrigins)
      decide(allowed ? null : 'This origin may not connect.', allowed)
    },
  })
  server.use((_socket, next) => next(new Error('Nothing is served here; connect to /live.')))
  return server
}
