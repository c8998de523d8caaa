import { EventEmitter } from 'node:events'
import type { WireConnection } from './wire-connection.ts'

/**
 * The WebSocket that engine.io gets when the wire endpoint hands a connection over: with the packets that are not for
 * the wire endpoint, and without the `open` packet, which the client has.
 */
export class HandedOverWebSocket extends EventEmitter {
  readonly #connection: WireConnection
  #early: (readonly [data: unknown, isBinary: boolean])[] | undefined = []
  #hasOpened = false

  constructor(connection: WireConnection) {
    super()
    this.#connection = connection
    connection.once('close', () => this.emit('close'))
  }

  send(data: string | Buffer, onSent: (error?: Error) => void): void {
    if (this.#hasOpened) {
      this.#connection.socket.send(data, onSent)
      return
    }
    this.#hasOpened = true
    setImmediate(onSent)
  }

  close(): void {
    this.#connection.close()
  }

  terminate(): void {
    this.#connection.end()
    this.#connection.socket.terminate()
  }

  /** A message of the client. It waits until engine.io and socket.io listen. */
  receive(data: unknown, isBinary: boolean): void {
    if (this.#early) this.#early.push([data, isBinary])
    else this.emit('message', data, isBinary)
  }

  /** engine.io and socket.io listen. */
  begin(): void {
    const early = this.#early ?? []
    this.#early = undefined
    for (const message of early) this.emit('message', ...message)
  }
}
