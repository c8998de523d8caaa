import type { Socket as NetSocket } from 'node:net'
import type { Socket } from 'socket.io'
import type { SharedFrames } from './shared-frames.ts'

// The only file that reads private properties of socket.io, engine.io and ws to send. package.json pins their versions;
// shared-frames-adapter.test.ts fails when they change, and what is not as expected is sent in their own way.

interface PrivateWebSocket {
  readonly readyState: number
  readonly _socket?: NetSocket
  readonly _extensions?: Readonly<Record<string, { readonly params?: Readonly<Record<string, unknown>> }>>
}

interface PrivateConnection {
  readonly readyState: string
  readonly upgrading: boolean
  readonly writeBuffer: readonly unknown[]
  readonly transport: { readonly name: string; readonly socket?: PrivateWebSocket }
}

interface PrivateClient {
  readonly conn: unknown
  writeToEngine(packets: readonly string[], options: object): void
}

/** The state of an open WebSocket. */
const open = 1
/** The window of deflate that a frame needs, if the receiver does not say a smaller one: 2^15 bytes. */
const fullWindow = 15

/** Whether a WebSocket has agreed on compression with a window that a shared frame fits in: it never changes. */
const deflating = new WeakMap<PrivateWebSocket, boolean>()

/**
 * Sends messages to one socket of a namespace: with one write to the connection of a WebSocket that has nothing
 * waiting, or else through the queue of engine.io, which keeps the order and tells when the network takes it. Returns
 * whether something waits there now.
 */
export function sendFrames(socket: Socket, messages: readonly SharedFrames[]): boolean {
  const client = socket.client as unknown as PrivateClient
  const connection = client.conn as PrivateConnection
  const websocket = connection.transport.name === 'websocket' ? connection.transport.socket : undefined
  const tcp = websocket?._socket
  const takesDeflated = websocket !== undefined && isDeflating(websocket)
  if (websocket && tcp && isIdle(connection, websocket, tcp)) {
    if (messages.length > 1) tcp.cork()
    for (const frames of messages) tcp.write(takesDeflated ? frames.deflated() : frames.plain)
    if (messages.length > 1) tcp.uncork()
    return tcp.writableLength > 0
  }
  for (const frames of messages) {
    // A connection that changes its transport gets no frame of the old one.
    const preEncoded = websocket ? { wsPreEncodedFrame: [takesDeflated ? frames.deflated() : frames.plain] } : {}
    client.writeToEngine([frames.encoded], { preEncoded: true, compress: false, ...preEncoded })
  }
  return connection.writeBuffer.length > 0 || (tcp !== undefined && tcp.writableLength > 0)
}

/** Whether nothing waits before the next message: neither in engine.io nor in the connection. */
function isIdle(
  { readyState, upgrading, writeBuffer }: PrivateConnection,
  websocket: PrivateWebSocket,
  tcp: NetSocket,
): boolean {
  const isOpen = readyState === 'open' && !upgrading && websocket.readyState === open
  return isOpen && writeBuffer.length === 0 && tcp.writable && tcp.writableLength === 0
}

function isDeflating(websocket: PrivateWebSocket): boolean {
  const known = deflating.get(websocket)
  if (known !== undefined) return known
  const deflate = websocket._extensions?.['permessage-deflate']
  const isAgreed = deflate !== undefined && Number(deflate.params?.server_max_window_bits ?? fullWindow) === fullWindow
  deflating.set(websocket, isAgreed)
  return isAgreed
}
