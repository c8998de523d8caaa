import type { Server as HttpServer } from 'node:http'
import { Server } from 'socket.io'
import { isAllowedOrigin } from '../../http/origin.ts'
import { encodeOnce } from './encode-once.ts'

/** The largest message that a browser may send, in bytes: a version_check has about 90. */
const maximumMessage = 4096

/**
 * socket.io on the HTTP server, with the limits that a hostile network asks for. Only the namespaces that are served
 * exist.
 */
export function createSocketServer(http: HttpServer, allowedOrigins: readonly string[], development: boolean): Server {
  const server = new Server(http, {
    serveClient: false,
    parser: encodeOnce,
    maxHttpBufferSize: maximumMessage,
    // Deflating for each client costs 8 times the CPU and 30 times the memory.
    perMessageDeflate: false,
    // Whoever connects joins a namespace at once.
    connectTimeout: 10_000,
    httpCompression: false,
    // In development the same port carries the pages' hot reload, whose upgrades are not ours to end.
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
