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
  writeToEngine(packets: readonly string[], options: object): void
}

/** The state of an open WebSocket. */
const open = 1
/** The window of deflate that a frame needs, if the receiver does not say a smaller one: 2^15 bytes. */
const fullWindow = 15

/**
 * Sends a message to one socket of a namespace: with one write to the connection of a WebSocket that has nothing
 * waiting, or else through the queue of engine.io, which keeps the order and tells when the network takes it.
 */
export function sendFrames(socket: Socket, frames: SharedFrames): void {
  const connection = socket.conn as unknown as PrivateConnection
  const websocket = connection.transport.name === 'websocket' ? connection.transport.socket : undefined
  const frame = websocket && takesDeflated(websocket) ? frames.deflated() : frames.plain
  if (websocket && isIdle(connection, websocket)) {
    websocket._socket?.write(frame)
    return
  }
  const client = socket.client as unknown as PrivateClient
  // A connection that changes its transport gets no frame of the old one.
  const preEncoded = websocket ? { wsPreEncodedFrame: [frame] } : {}
  client.writeToEngine([frames.encoded], { preEncoded: true, compress: false, ...preEncoded })
}

/** Whether nothing waits before the next message: neither in engine.io nor in the connection. */
function isIdle({ readyState, upgrading, writeBuffer }: PrivateConnection, websocket: PrivateWebSocket): boolean {
  const tcp = websocket._socket
  const isOpen = readyState === 'open' && !upgrading && websocket.readyState === open
  return isOpen && writeBuffer.length === 0 && tcp?.writable === true && tcp.writableLength === 0
}

/** Whether a WebSocket has agreed on compression with a window that a shared frame fits in. */
function takesDeflated({ _extensions: extensions }: PrivateWebSocket): boolean {
  const deflate = extensions?.['permessage-deflate']
  return deflate !== undefined && Number(deflate.params?.server_max_window_bits ?? fullWindow) === fullWindow
}
