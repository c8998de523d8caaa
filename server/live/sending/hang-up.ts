import type { LiveConnection } from './live-socket.ts'

/** Undeclared properties of engine.io and ws. package.json pins their versions; useless-packets.test.ts needs them. */
interface Transport {
  readonly socket?: { terminate?(): void }
}

/**
 * Closes a connection and does not wait for the other side: a client that ignores the closing handshake of a WebSocket
 * would go on sending for 30 s. A browser reconnects after it. [P13]
 */
export function hangUp(connection: LiveConnection): void {
  const { socket } = connection.transport as unknown as Transport
  // true: what is queued is discarded, so that a client that does not poll keeps no session.
  connection.close(true)
  socket?.terminate?.()
}
