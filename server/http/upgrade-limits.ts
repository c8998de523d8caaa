import type { IncomingMessage, Server } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { ConnectionLimits } from './connection-limits.ts'

/** Where socket.io listens. */
const socketPath = '/socket.io/'

interface Parts {
  readonly connections: ConnectionLimits
  /** Next upgrades connections of its own, for its hot reload. */
  readonly development: boolean
}

/**
 * Lets socket.io upgrade connections, one for each of its sessions, and destroys every other one that asks for an
 * upgrade: a connection that is only half-closed stays open for as long as its client likes. Returns the upgraded ones.
 */
export function limitUpgrades(server: Server, { connections, development }: Parts): ReadonlySet<Duplex> {
  const upgraded = new Set<Duplex>()
  const sessions = new Set<string>()

  server.on('upgrade', (request, duplex) => {
    // Without a listener, a connection that breaks during its upgrade would end the process.
    duplex.on('error', () => duplex.destroy())
    if (request.headers.upgrade?.toLowerCase() !== 'websocket') {
      refuseUpgrade(duplex, '426 Upgrade Required', 'Upgrade: websocket\r\n')
      return
    }
    const isForSockets = request.url?.startsWith(socketPath) === true
    const session = sessionOf(request)
    if ((!isForSockets && !development) || (session !== undefined && sessions.has(session))) {
      refuseUpgrade(duplex, isForSockets ? '409 Conflict' : '404 Not Found')
      return
    }
    upgraded.add(duplex)
    connections.keep(request.socket as Socket)
    if (session !== undefined) sessions.add(session)
    duplex.on('close', () => {
      upgraded.delete(duplex)
      if (session !== undefined) sessions.delete(session)
    })
  })
  return upgraded
}

/** The session of engine.io that a polling client takes to a WebSocket. */
function sessionOf({ url = '' }: IncomingMessage): string | undefined {
  // The name can be written with escapes, but a browser's first request has neither.
  if (!url.includes('sid') && !url.includes('%')) return undefined
  return new URLSearchParams(url.split('?')[1]).get('sid') ?? undefined
}

/** Answers a request for an upgrade with an HTTP status, and destroys its connection. */
export function refuseUpgrade(socket: Duplex, status: string, headers = '', body = ''): void {
  if (socket.writable) {
    socket.write(
      `HTTP/1.1 ${status}\r\n${headers}Connection: close\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    )
  }
  socket.destroy()
}
