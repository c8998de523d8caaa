import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Logger } from 'pino'
import { isAllowedOrigin } from './origin.ts'
import { readProtocolDocuments, serveDocument } from './protocol-documents.ts'
import { setSecurityHeaders } from './security-headers.ts'
import { readServiceWorker, serveServiceWorker, serviceWorkerPath } from './service-worker.ts'

/** The largest form that is accepted, in bytes. */
const maximumBody = 16_384
/** How many connections may wait to be accepted: all phones of an event reconnect in the same second. */
const backlog = 4096
/** How long responses in progress may take when the server stops, in milliseconds. */
const stopLimit = 3000
/** How long upgraded sockets have to close by themselves, in milliseconds. */
const hangUpDelay = 1000

export interface HttpParts {
  readonly pages: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  readonly ready: () => boolean
  readonly allowedOrigins: readonly string[]
  readonly development: boolean
  readonly logger: Logger
}

export interface HttpServer {
  readonly server: Server
  /** Stops listening, waits for responses in progress, and then closes the remaining connections. */
  close(): Promise<void>
}

/** Files that are served unchanged, read once. */
interface Files {
  readonly documents: ReturnType<typeof readProtocolDocuments>
  readonly serviceWorker: string
}

/** The HTTP server: health checks, security headers, limits, and then the pages. It does not listen yet. */
export function createHttpServer(parts: HttpParts): HttpServer {
  const files = { documents: readProtocolDocuments(), serviceWorker: readServiceWorker(parts.development) }
  const server = createServer((request, response) => handle(request, response, parts, files))
  const upgraded = new Set<Duplex>()
  server.on('upgrade', (request, socket) => {
    // Without a listener, a connection that breaks during its upgrade would end the process.
    socket.on('error', () => socket.destroy())
    if (request.headers.upgrade?.toLowerCase() !== 'websocket') {
      socket.end('HTTP/1.1 426 Upgrade Required\r\nUpgrade: websocket\r\nConnection: close\r\n\r\n')
      return
    }
    upgraded.add(socket)
    socket.on('close', () => upgraded.delete(socket))
  })
  return { server, close: () => close(server, upgraded) }
}

function handle(
  request: IncomingMessage,
  response: ServerResponse,
  parts: HttpParts,
  { documents, serviceWorker }: Files,
): void {
  const path = request.url?.split('?', 1)[0]
  if (path === '/healthz') {
    answer(response, 200, 'ok')
    return
  }
  if (path === '/readyz') {
    if (parts.ready()) answer(response, 200, 'ready')
    else answer(response, 503, 'starting')
    return
  }

  setSecurityHeaders(request, response, parts.development)
  const document = documents.get(path ?? '')
  if (document) {
    serveDocument(request, response, document)
    return
  }
  if (path === serviceWorkerPath && (request.method === 'GET' || request.method === 'HEAD')) {
    serveServiceWorker(response, serviceWorker)
    return
  }
  // Taken from the connection: a client can send any header.
  request.headers['x-paddock-address'] = request.socket.remoteAddress ?? 'unknown'

  const refusal = refusalOf(request, parts.allowedOrigins)
  if (refusal) {
    answer(response, refusal.status, refusal.text)
    return
  }
  parts.pages(request, response).catch((error: unknown) => {
    parts.logger.error({ err: error, path }, 'a page could not be made')
    if (response.headersSent) response.destroy()
    else answer(response, 500, 'Something went wrong; try again.')
  })
}

function refusalOf(request: IncomingMessage, allowedOrigins: readonly string[]) {
  if (request.method === 'GET' || request.method === 'HEAD') return undefined
  if (request.method !== 'POST') return { status: 405, text: 'Only GET, HEAD and POST are understood.' }
  if (!isAllowedOrigin(request, allowedOrigins)) return { status: 403, text: 'This origin may not do that.' }
  const fits = Number(request.headers['content-length']) <= maximumBody
  return fits ? undefined : { status: 413, text: 'A form with its length, of at most 16 KB, is expected.' }
}

function answer(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' })
  response.end(`${text}\n`)
}

/** Starts to listen. Resolves with the port; rejects with the error of the system, such as EADDRINUSE. */
export function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host, backlog }, () => {
      server.off('error', reject)
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

/** Closes a server. Upgraded sockets are destroyed after a second, since a vanished client never closes its own. */
export async function close(server: Server, upgraded: ReadonlySet<Duplex> = new Set()): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  // A kept-alive connection becomes idle when its response is sent.
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  const hangUp = setTimeout(() => {
    for (const socket of upgraded) socket.destroy()
  }, hangUpDelay)
  const limit = setTimeout(() => server.closeAllConnections(), stopLimit)
  server.closeIdleConnections()
  await closed
  clearInterval(sweep)
  clearTimeout(hangUp)
  clearTimeout(limit)
}
