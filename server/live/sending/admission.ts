import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Server, Socket } from 'socket.io'
import { serverFull } from '../../../lib/sync/server-full.ts'
import type { ClientAddresses } from '../../http/client-address.ts'
import { isAllowedOrigin } from '../../http/origin.ts'
import { createPlaces, type PlaceLimits } from '../../http/places.ts'
import type { Refusals } from '../../http/refusals.ts'
import { refuseUpgrade } from '../../http/upgrade-limits.ts'
import { createHandshakeQueue, type HandshakeLimits, handshakeLimits } from './handshake-queue.ts'

/** How long a client that was refused waits before it tries again, in seconds; ours waits longer, at random. */
const retryAfter = 10

export interface AdmissionParts {
  /** How many sessions of socket.io there can be, by WebSocket and by polling together. */
  readonly sessions: PlaceLimits
  readonly allowedOrigins: readonly string[]
  readonly addresses: Pick<ClientAddresses, 'of'>
  readonly refusals: Pick<Refusals, 'add'>
  readonly handshakes?: HandshakeLimits
}

/** engine.io adds the response to requests of polling clients. */
type EngineRequest = IncomingMessage & { readonly res?: ServerResponse | null }
type Decide = (message: string | null, isAllowed: boolean) => void

export interface Admission {
  /** socket.io's option of that name, which is asked before each new session. */
  readonly allowRequest: (request: IncomingMessage, decide: Decide) => void
  /** Follows the sessions of a server, so that each gives its place back at its end. */
  follow(server: Server): void
}

/**
 * Admits a client of an allowed origin as long as there is a place for it, a few in each turn of the event loop. The
 * others are told that there is none.
 */
export function createAdmission(parts: AdmissionParts): Admission {
  const { sessions, allowedOrigins, addresses, refusals, handshakes = handshakeLimits } = parts
  const places = createPlaces(sessions)
  const releases = new WeakMap<IncomingMessage, () => void>()
  const queue = createHandshakeQueue(handshakes, setImmediate)

  function admit(request: EngineRequest, address: string, decide: Decide): void {
    // It left while it waited.
    if (request.socket.destroyed) return
    const place = places.take(address)
    if (typeof place === 'string') {
      refusals.add(place)
      sayFull(request)
      decide(serverFull, false)
      return
    }
    releases.set(request, place)
    if (!request.res) {
      // An upgrade can fail without an event, but then its connection is closed.
      request.socket.once('close', place)
      gather(request.socket)
    }
    decide(null, true)
  }

  return {
    allowRequest(request: EngineRequest, decide) {
      if (!isAllowedOrigin(request, allowedOrigins)) {
        decide('This origin may not connect.', false)
        return
      }
      const address = addresses.of(request)
      if (queue.add(address, () => admit(request, address, decide))) return
      refusals.add('busy')
      sayFull(request)
      decide(serverFull, false)
    },
    follow({ engine }) {
      engine.on('connection', (connection: Socket['conn']) => {
        connection.once('close', () => releases.get(connection.request)?.())
      })
      engine.on('connection_error', ({ req }: { readonly req: IncomingMessage }) => releases.get(req)?.())
    },
  }
}

/** Lets the answer to an upgrade and the first packet go out in one write. */
function gather(socket: IncomingMessage['socket']): void {
  socket.cork()
  setImmediate(() => socket.uncork())
}

/** Answers before engine.io does, which knows no such answer: with 503, so that proxies and monitors see it, too. */
function sayFull({ res: response, socket }: EngineRequest): void {
  const body = JSON.stringify({ code: serverFull, message: 'The server is full; try again later.' })
  if (!response) {
    const headers = `Content-Type: application/json\r\nRetry-After: ${retryAfter}\r\n`
    refuseUpgrade(socket, '503 Service Unavailable', headers, body)
    return
  }
  response.writeHead(503, {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
    'Retry-After': retryAfter,
    'Cache-Control': 'no-store',
    Connection: 'close',
  })
  response.end(body)
}
