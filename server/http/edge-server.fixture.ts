import type { Server as HttpServer } from 'node:http'
import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import type { HandshakeLimits } from '../live/sending/handshake-queue.ts'
import { createSocketServer } from '../live/sending/socket-server.ts'
import { type ClientAddresses, createClientAddresses } from './client-address.ts'
import { createHttpServer, type HttpParts, listen } from './http-server.ts'
import type { PlaceLimits } from './places.ts'
import { connectRaw, type RawConnection } from './raw-connection.fixture.ts'
import { createRefusals, type Refusals } from './refusals.ts'

export interface EdgeServer {
  readonly port: number
  readonly http: HttpServer
  readonly refusals: Refusals
  /** The lines of the log. */
  readonly lines: readonly string[]
  /** How many requests reached the pages. */
  readonly pages: () => number
  /** How many connections the server has, upgraded ones included. */
  readonly open: () => Promise<number>
}

interface Options {
  readonly connections?: PlaceLimits
  readonly sessions?: PlaceLimits
  readonly addresses?: ClientAddresses
  readonly pages?: HttpParts['pages']
  readonly handshakes?: HandshakeLimits
  readonly frameAncestors?: readonly string[]
  /** Milliseconds. */
  readonly joinDeadline?: number
}

const roomy: PlaceLimits = { total: 1000, perAddress: 1000 }

/** The HTTP server and socket.io, connected as server.ts does it, for one test. */
export async function startEdgeServer(options: Options = {}): Promise<EdgeServer> {
  const { connections = roomy, sessions = roomy, addresses = createClientAddresses({ hops: 0, ranges: [] }) } = options
  const { frameAncestors = [] } = options
  const lines: string[] = []
  const logger = pino({}, { write: (line: string) => lines.push(line) })
  const refusals = createRefusals(logger, Date.now)
  let pages = 0
  const web = createHttpServer({
    pages:
      options.pages ??
      (async (_request, response) => {
        pages += 1
        response.end('a page')
      }),
    ready: () => true,
    ...{ allowedOrigins: [], development: false, logger, addresses, connections, refusals, frameAncestors },
  })
  const { handshakes, joinDeadline } = options
  const sockets = createSocketServer(web.server, {
    ...{ sessions, allowedOrigins: [], addresses, refusals },
    ...(handshakes ? { handshakes } : {}),
    ...(joinDeadline === undefined ? {} : { joinDeadline }),
  })
  sockets.of('/live')
  web.prepareAllRequests()
  const port = await listen(web.server, 0, '127.0.0.1')
  onTestFinished(async () => {
    sockets.engine.close()
    await web.close()
  })
  return { port, http: web.server, refusals, lines, pages: () => pages, open: web.connections }
}

/** One raw connection that sends a text and stays open until the test ends. */
export async function attack(port: number, text: string, reads = true): Promise<RawConnection> {
  const connection = await connectRaw(port, text, reads)
  onTestFinished(connection.destroy)
  return connection
}

/** So many of them, one after the other. */
export async function attackMany(port: number, count: number, text: string): Promise<readonly RawConnection[]> {
  const connections: RawConnection[] = []
  while (connections.length < count) connections.push(await attack(port, text))
  return connections
}

/** The path of a handshake by WebSocket. */
export const handshake = '/socket.io/?EIO=4&transport=websocket'

/** The status of the first answer on a connection. */
export const statusOf = (connection: RawConnection): string => connection.received().slice(9, 12)
