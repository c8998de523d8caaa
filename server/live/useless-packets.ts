import type { Server, Socket } from 'socket.io'
import { hangUp } from './sending/hang-up.ts'
import type { LiveConnection } from './sending/live-socket.ts'
import type { WireEndpoint } from './sending/wire-endpoint.ts'

/** This many useless packets close a connection. [P11] */
const maximumUseless = 10

export interface UselessPackets {
  /** Counts a packet of this connection that no browser of ours sends. The tenth closes the connection. */
  add(connection: LiveConnection): void
  /** Closes a connection at once. */
  close(connection: LiveConnection): void
}

/**
 * Counts the useless packets of every connection, whether it has joined a namespace or not. Those that no namespace
 * sees are counted here; a namespace adds its own. Calls `onLimit` for each connection that it closes. [P11]
 */
export function countUselessPackets(
  server: Server & { readonly wire?: WireEndpoint },
  onLimit: () => void = () => {},
): UselessPackets {
  /** By request, since the wire endpoint hands connections over. */
  const counts = new WeakMap<object, number>()

  function add(connection: LiveConnection): void {
    const count = (counts.get(connection.request) ?? 0) + 1
    counts.set(connection.request, count)
    if (count === maximumUseless) close(connection)
  }

  function close(connection: LiveConnection): void {
    onLimit()
    hangUp(connection)
  }

  server.wire?.on('useless', add)
  server.engine.on('connection', (connection: Socket['conn']) => {
    let hasPonged = false
    connection.on('packet', ({ type, data }: EnginePacket) => {
      if (type === 'pong' && !hasPonged) hasPonged = true
      else if (isUseless(type, data)) add(connection)
    })
    connection.on('packetCreate', ({ type, data }: EnginePacket) => {
      if (type === 'ping') hasPonged = false
      // Whoever is refused by a namespace, or names one that does not exist, is told so by socket.io itself.
      else if (type === 'message' && isOfType(data, connectError)) add(connection)
    })
  })
  return { add, close }
}

interface EnginePacket {
  readonly type: string
  readonly data?: unknown
}

// Packet types of socket.io: the first character of a message.
const acknowledgement = '3'
const connectError = '4'
const binaryAcknowledgement = '6'

const isOfType = (data: unknown, type: string) => typeof data === 'string' && data.startsWith(type)

/** A browser sends messages, and one pong for each ping. The server asks for no acknowledgement. */
function isUseless(type: string, data: unknown): boolean {
  if (type !== 'message') return true
  return isOfType(data, acknowledgement) || isOfType(data, binaryAcknowledgement)
}
