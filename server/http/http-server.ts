import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Logger } from 'pino'
import { setBaseHeaders } from './base-headers.ts'
import type { ClientAddresses } from './client-address.ts'
import { limitConnections } from './connection-limits.ts'
import { createFrameNotice, frameAncestorsOf } from './frame-policy.ts'
import { createLimitedServer } from './limited-server.ts'
import type { PlaceLimits } from './places.ts'
import { readProtocolDocuments, serveDocument } from './protocol-documents.ts'
import { allowEveryOrigin, isPublicData } from './public-data.ts'
import { refusalOf } from './quiet-refusals.ts'
import type { Refusals } from './refusals.ts'
import { setSecurityHeaders } from './security-headers.ts'
import { readServiceWorker, serveServiceWorker, serviceWorkerPath } from './service-worker.ts'
import { limitUpgrades } from './upgrade-limits.ts'

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
  /** The origins whose pages may show /embed in a frame. */
  readonly frameAncestors: readonly string[]
  readonly development: boolean
  readonly logger: Logger
  readonly addresses: ClientAddresses
  readonly connections: PlaceLimits
  readonly refusals: Refusals
}

export interface HttpServer {
  readonly server: Server
  /** Call it when socket.io is attached, which answers its own requests before any other listener. */
  prepareAllRequests(): void
  /** How many connections are open, upgraded ones included. */
  connections(): Promise<number>
  /** Stops listening, waits for responses in progress, and then closes the remaining connections. */
  close(): Promise<void>
}

/** Files that are served unchanged, read once. */
interface Files {
  readonly documents: ReturnType<typeof readProtocolDocuments>
  readonly serviceWorker: string
}

/** The HTTP server: limits, headers, health checks, refusals, and then the pages. It does not listen yet. */
export function createHttpServer(parts: HttpParts): HttpServer {
  const files = { documents: readProtocolDocuments(), serviceWorker: readServiceWorker(parts.development) }
  const server = createLimitedServer()
  const connections = limitConnections(server, { ...parts, limits: parts.connections })
  const upgraded = limitUpgrades(server, { connections, development: parts.development })

  const noticeFrame = createFrameNotice(parts.frameAncestors, parts.logger)
  const prepared = new WeakSet<IncomingMessage>()
  const prepare = (request: IncomingMessage, response: ServerResponse) => {
    if (prepared.has(request)) return
    prepared.add(request)
    connections.use(request, response)
    const ancestors = frameAncestorsOf(request.url, parts.frameAncestors)
    setBaseHeaders(request, response, parts.addresses.isSecure(request), ancestors)
    noticeFrame(request)
  }
  server.on('request', prepare)
  server.on('request', (request, response) => handle(request, response, parts, files))
  return {
    server,
    prepareAllRequests: () => void server.prependListener('request', prepare),
    connections: () => new Promise((resolve) => server.getConnections((_error, count) => resolve(count))),
    close: () => close(server, upgraded),
  }
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

  setSecurityHeaders(request, response, parts.development, frameAncestorsOf(request.url, parts.frameAncestors))
  const document = documents.get(path ?? '')
  if ((document || isPublicData(path ?? '')) && allowEveryOrigin(request, response)) return
  if (document) {
    serveDocument(request, response, document)
    return
  }
  if (path === serviceWorkerPath && (request.method === 'GET' || request.method === 'HEAD')) {
    serveServiceWorker(response, serviceWorker)
    return
  }
  const refusal = refusalOf(request, parts.allowedOrigins)
  if (refusal) {
    if (refusal.isJunk) parts.refusals.add('junk_request')
    answer(response, refusal.status, refusal.text)
    return
  }
  // Replaced, since a client can send any header.
  request.headers['x-paddock-address'] = parts.addresses.of(request)
  parts.pages(request, response).catch((error: unknown) => {
    parts.logger.error({ err: error, path }, 'a page could not be made')
    if (response.headersSent) response.destroy()
    else answer(response, 500, 'Something went wrong; try again.')
  })
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
