import type { Socket as NetSocket } from 'node:net'
import type { WebSocket } from 'ws'
import type { LiveSocket } from './live-socket.ts'
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
  readonly writeBuffer: readonly unknown[]
  readonly transport: PrivateTransport
  write(packet: string, options: object): void
}

interface PrivateTransport {
  readonly name: string
  readonly socket?: PrivateWebSocket
  emit(event: 'ready'): void
}

/** The state of an open WebSocket. */
const open = 1
/** The window of deflate that a frame needs, if the receiver does not say a smaller one: 2^15 bytes. */
const fullWindow = 15

/**
 * The way to one socket of a namespace. It keeps what a message needs, since in a broadcast each object that is looked
 * up for a socket is one that no processor's cache holds.
 */
export class Lane {
  readonly socket: LiveSocket
  readonly #connection: PrivateConnection
  #transport: PrivateConnection['transport'] | undefined
  #websocket: PrivateWebSocket | undefined
  #tcp: NetSocket | undefined
  #takesDeflated = false

  constructor(socket: LiveSocket) {
    this.socket = socket
    this.#connection = socket.conn as unknown as PrivateConnection
  }

  /**
   * Sends messages: with one write to the connection of a WebSocket that has nothing waiting, or else through the queue
   * of engine.io, which keeps the order and tells when the network takes it. Returns whether something waits there now.
   */
  send(messages: readonly SharedFrames[]): boolean {
    if (this.#connection.transport !== this.#transport) this.#follow(this.#connection.transport)
    const tcp = this.#tcp
    if (!tcp || !this.#isIdle(tcp)) return this.#queue(messages)
    if (messages.length > 1) tcp.cork()
    for (const frames of messages) tcp.write(this.#takesDeflated ? frames.deflated() : frames.plain)
    if (messages.length > 1) tcp.uncork()
    // engine.io does not know of these bytes, and would not tell when the network takes them.
    if (tcp.writableNeedDrain) tcp.once('drain', () => this.#connection.transport.emit('ready'))
    return tcp.writableLength > 0
  }

  /** A client that polls may go on with a WebSocket. */
  #follow(transport: PrivateConnection['transport']): void {
    this.#transport = transport
    this.#websocket = transport.name === 'websocket' ? transport.socket : undefined
    this.#tcp = this.#websocket?._socket
    this.#takesDeflated = this.#websocket !== undefined && takesDeflated(this.#websocket)
  }

  /** Whether nothing waits before the next message: neither in engine.io nor in the connection. */
  #isIdle(tcp: NetSocket): boolean {
    const { readyState, writeBuffer } = this.#connection
    const isOpen = readyState === 'open' && this.#websocket?.readyState === open
    return isOpen && writeBuffer.length === 0 && tcp.writable && tcp.writableLength === 0
  }

  #queue(messages: readonly SharedFrames[]): boolean {
    for (const frames of messages) {
      const frame = this.#takesDeflated ? frames.deflated() : frames.plain
      // A connection that changes its transport gets no frame of the old one.
      const preEncoded = this.#websocket ? { wsPreEncodedFrame: [frame] } : {}
      this.#connection.write(frames.encoded, { preEncoded: true, compress: false, ...preEncoded })
    }
    return this.#connection.writeBuffer.length > 0 || (this.#tcp !== undefined && this.#tcp.writableLength > 0)
  }
}

/** Whether a WebSocket has agreed on compression with a window that a shared frame fits in. */
function takesDeflated({ _extensions: extensions }: PrivateWebSocket): boolean {
  const deflate = extensions?.['permessage-deflate']
  return deflate !== undefined && Number(deflate.params?.server_max_window_bits ?? fullWindow) === fullWindow
}

/** The TCP connection of an open WebSocket. */
export function connectionOf(websocket: WebSocket): NetSocket | undefined {
  return (websocket as unknown as PrivateWebSocket)._socket
}
