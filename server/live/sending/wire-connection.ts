import { EventEmitter } from 'node:events'
import type { IncomingMessage } from 'node:http'
import type { WebSocket } from 'ws'
import { connectionOf } from './direct-write.ts'
import type { LiveConnection } from './live-socket.ts'
import { frameOf } from './shared-frames.ts'

interface WriteOptions {
  readonly wsPreEncodedFrame?: readonly Buffer[]
}

/**
 * A connection of the wire endpoint, with the properties of an engine.io connection that sending uses. It never changes
 * its transport and is its own. It emits `ready` when the network took a message that waited, and `close` once.
 */
export class WireConnection extends EventEmitter<{ ready: []; close: [] }> implements LiveConnection {
  readonly id: string
  readonly name = 'websocket'
  readonly request: IncomingMessage
  readonly socket: WebSocket
  readonly writeBuffer: { readonly data: string; readonly frame: Buffer }[] = []
  readyState: 'open' | 'closed' = 'open'
  #isWriting = false

  constructor(id: string, socket: WebSocket, request: IncomingMessage) {
    super()
    this.id = id
    this.socket = socket
    this.request = request
  }

  get transport(): this {
    return this
  }

  /** Sends a packet of engine.io as soon as nothing waits before it. */
  writePacket(packet: string): void {
    const frame = frameOf(Buffer.from(packet), false)
    const tcp = connectionOf(this.socket)
    const isIdle = this.writeBuffer.length === 0 && !this.#isWriting && tcp?.writableLength === 0
    if (!isIdle) this.#queue(packet, frame)
    else if (this.readyState === 'open' && !tcp.write(frame)) {
      this.#isWriting = true
      tcp.once('drain', () => this.#taken())
    }
  }

  /** The same for a packet of socket.io, in engine.io's own signature. */
  write(data: string, { wsPreEncodedFrame: [frame] = [] }: WriteOptions = {}): void {
    if (frame) this.#queue(data, frame)
    else this.writePacket(`4${data}`)
  }

  /** The client is gone for the server at once, as in engine.io, even when it never answers the closing handshake. */
  close(discard = false): void {
    if (!discard) this.#flush()
    this.end()
    this.socket.close()
  }

  end(): void {
    if (this.readyState === 'closed') return
    this.readyState = 'closed'
    this.writeBuffer.length = 0
    this.emit('close')
  }

  #queue(data: string, frame: Buffer): void {
    if (this.readyState === 'closed') return
    this.writeBuffer.push({ data, frame })
    if (!this.#isWriting) this.#flush()
  }

  #flush(): void {
    const tcp = connectionOf(this.socket)
    const last = this.writeBuffer.pop()
    if (!tcp || !last) return
    this.#isWriting = true
    tcp.cork()
    for (const { frame } of this.writeBuffer.splice(0)) tcp.write(frame)
    tcp.write(last.frame, () => this.#taken())
    tcp.uncork()
  }

  #taken(): void {
    this.#isWriting = false
    this.emit('ready')
    if (this.readyState === 'open') this.#flush()
  }
}
