import type { Socket } from 'socket.io'

/** More than this, not yet taken by the network, is a client that cannot keep up. [P12] */
const mostMessages = 16
const mostBytes = 256 * 1024

/** What engine.io has and does not declare. Pinned by package.json; backlog.test.ts notices when it changes. */
interface Transport {
  readonly socket?: { readonly bufferedAmount?: number }
  on(event: 'ready', listener: () => void): void
  off(event: 'ready', listener: () => void): void
}
interface EngineConnection {
  readonly writeBuffer: readonly { readonly data?: unknown }[]
  readonly transport: Transport
  on(event: 'upgrade', listener: () => void): void
  off(event: 'upgrade', listener: () => void): void
}

const connectionOf = (socket: Socket) => socket.conn as unknown as EngineConnection

/** What was written for a client and is not on its way yet: messages, and bytes as far as they are text. */
export function backlog(socket: Socket): { readonly messages: number; readonly bytes: number } {
  const { writeBuffer, transport } = connectionOf(socket)
  const queued = writeBuffer.reduce((sum, { data }) => sum + (typeof data === 'string' ? data.length : 0), 0)
  return { messages: writeBuffer.length, bytes: queued + (transport.socket?.bufferedAmount ?? 0) }
}

/**
 * Whether a client cannot keep up. By what is queued, not by whether its transport is writable: right after a message
 * nobody's is.
 */
export function isBackedUp(socket: Socket): boolean {
  const { messages, bytes } = backlog(socket)
  return messages >= mostMessages || bytes > mostBytes
}

/** Calls the listener once, when the client has taken what was queued for it. Returns how to call that off. */
export function onDrained(socket: Socket, listener: () => void): () => void {
  const connection = connectionOf(socket)
  let transport: Transport | undefined
  // engine.io's own 'drain' comes when the network is given the messages, not when it took them.
  const look = () => {
    if (isBackedUp(socket)) return
    stop()
    listener()
  }
  const follow = () => {
    transport?.off('ready', look)
    transport = connection.transport
    transport.on('ready', look)
  }
  const stop = () => {
    connection.off('upgrade', follow)
    transport?.off('ready', look)
  }
  connection.on('upgrade', follow)
  follow()
  return stop
}
