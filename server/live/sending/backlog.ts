import type { LiveSocket } from './live-socket.ts'

/** A client with more than this that the network has not taken cannot keep up. [P12] */
const mostMessages = 16
const mostBytes = 256 * 1024

/** Undeclared properties of engine.io. package.json pins its version; backlog.test.ts fails when they change. */
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

const connectionOf = (socket: LiveSocket) => socket.conn as unknown as EngineConnection

/** What is queued for a client: messages, and bytes as far as the messages are text. */
export function backlog(socket: LiveSocket): { readonly messages: number; readonly bytes: number } {
  const { writeBuffer, transport } = connectionOf(socket)
  const queued = writeBuffer.reduce((sum, { data }) => sum + (typeof data === 'string' ? data.length : 0), 0)
  return { messages: writeBuffer.length, bytes: queued + (transport.socket?.bufferedAmount ?? 0) }
}

/** Whether a client cannot keep up: decided by its backlog, since after a message no transport is writable. */
export function isBackedUp(socket: LiveSocket): boolean {
  const { messages, bytes } = backlog(socket)
  return messages >= mostMessages || bytes > mostBytes
}

/** Whether anything is queued for a client. */
export function hasBacklog(socket: LiveSocket): boolean {
  const { messages, bytes } = backlog(socket)
  return messages > 0 || bytes > 0
}

/** Calls the listener once, when the client is not backed up any more. Returns a function that cancels this. */
export function onDrained(socket: LiveSocket, listener: () => void): () => void {
  const connection = connectionOf(socket)
  let transport: Transport | undefined
  // The 'drain' event of engine.io is too early: it is emitted when messages are handed to the network.
  const check = () => {
    if (isBackedUp(socket)) return
    stop()
    listener()
  }
  const follow = () => {
    transport?.off('ready', check)
    transport = connection.transport
    transport.on('ready', check)
  }
  const stop = () => {
    connection.off('upgrade', follow)
    transport?.off('ready', check)
  }
  connection.on('upgrade', follow)
  follow()
  return stop
}
