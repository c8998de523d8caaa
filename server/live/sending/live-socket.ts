import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'

/** What the live namespace needs of a connection, of engine.io or of the wire endpoint. */
export interface LiveConnection {
  /** The request that began it: one for all that stands for one connection. */
  readonly request: IncomingMessage
  readonly transport: { readonly name: string }
  /** `discard`: what is queued is not sent. */
  close(discard?: boolean): void
}

/** What the live namespace needs of a socket, of socket.io or of the wire endpoint. */
export interface LiveSocket {
  readonly id: string
  readonly conn: LiveConnection
  readonly connected: boolean
  readonly data: { list?: string; catchesUp?: boolean }
  readonly handshake: { readonly address: string; readonly headers: IncomingHttpHeaders }
  /** Sends an event to the client. */
  emit(action: string, ...values: readonly unknown[]): unknown
  on(event: 'disconnect', listener: () => void): unknown
  once(event: 'disconnect', listener: () => void): unknown
  /** Calls the listener at each event of the client. */
  onAny(listener: (action: string, payload: unknown) => void): unknown
}
