import { randomUUID } from 'node:crypto'
import type { LiveSocket } from './live-socket.ts'
import type { WireConnection } from './wire-connection.ts'

/** What a client of the wire endpoint has joined: a socket of one namespace, with what the namespace needs of it. */
export class WireSocket implements LiveSocket {
  readonly id: string
  readonly conn: WireConnection
  readonly data: LiveSocket['data'] = {}
  readonly handshake: LiveSocket['handshake']
  readonly #namespace: string
  readonly #onEvent: ((action: string, payload: unknown) => void)[] = []
  readonly #onDisconnect: (() => void)[] = []
  connected = true

  constructor(id: string, conn: WireConnection, namespace: string) {
    this.id = id
    this.conn = conn
    this.#namespace = namespace
    this.handshake = { address: conn.request.socket.remoteAddress ?? '', headers: conn.request.headers }
  }

  emit(action: string, ...values: readonly unknown[]): void {
    this.conn.write(`2${this.#namespace},${JSON.stringify([action, ...values])}`)
  }

  on(event: 'disconnect', listener: () => void): void {
    // The namespace takes it for a socket of socket.io, whose other events are not for the live namespace.
    if (event !== 'disconnect') throw new Error(`a socket of the wire endpoint has no event "${event}"`)
    this.#onDisconnect.push(listener)
  }

  /** A socket disconnects once. */
  once(event: 'disconnect', listener: () => void): void {
    this.on(event, listener)
  }

  onAny(listener: (action: string, payload: unknown) => void): void {
    this.#onEvent.push(listener)
  }

  /** An event of the client arrived. */
  receive([action, payload]: readonly unknown[]): void {
    // socket.io, too, lets a client name an event by a number.
    for (const listener of this.#onEvent) listener(String(action), payload)
  }

  disconnect(): void {
    this.connected = false
    for (const listener of this.#onDisconnect) listener()
  }
}

/** An id that nobody guesses, as long as those of engine.io. */
export function newWireId(): string {
  return randomUUID()
}
