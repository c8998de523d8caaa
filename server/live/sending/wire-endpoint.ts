import { EventEmitter } from 'node:events'
import type { IncomingMessage } from 'node:http'
import type { Server } from 'socket.io'
import type { WebSocket } from 'ws'
import { liveNamespace } from '../../../lib/sync/protocol.ts'
import type { Timers } from '../../../lib/time/timers.ts'
import type { HandedOverWebSocket } from './handed-over-websocket.ts'
import { SharedFramesAdapter } from './shared-frames-adapter.ts'
import { WireConnection } from './wire-connection.ts'
import { createWirePings, type PingTimes } from './wire-pings.ts'
import { type WireScene, WireSession } from './wire-session.ts'
import { newWireId } from './wire-socket.ts'

interface WireParts extends PingTimes {
  /** Bytes of a message. */
  readonly maxPayload: number
  readonly timers: Timers
}

/** A handshake of socket.io's clients by WebSocket, without a session that was begun by polling. */
const directHandshake = /^\/socket\.io\/\?EIO=4&transport=websocket(?:&t=[\w.-]+)?$/

/**
 * Speaks with WebSockets that join the live namespace, as engine.io and socket.io do and at a fraction of their cost.
 * Whatever is not for that namespace goes to engine.io, which gets the connection at its first such packet; what the
 * client has joined here stays here. Emits each new connection, and it again for each packet that no client sends.
 */
export class WireEndpoint extends EventEmitter<{ connection: [WireConnection]; useless: [WireConnection] }> {
  readonly #sessions = new Map<
    IncomingMessage,
    { readonly connection: WireConnection; readonly session: WireSession }
  >()
  readonly #parts: WireParts
  #scene: WireScene | undefined

  constructor(parts: WireParts) {
    super()
    this.#parts = parts
  }

  /** Follows the live namespace of a server. Call it before namespaces are made. */
  attach(server: Server): void {
    const { engine } = server
    const newEngineId = engine.generateId.bind(engine)
    engine.generateId = (request: IncomingMessage) => this.#sessions.get(request)?.connection.id ?? newEngineId(request)
    engine.on('connection', ({ request }: { readonly request: IncomingMessage }) => {
      this.#sessions.get(request)?.session.engineListens()
    })
    server.on('new_namespace', (namespace) => {
      const { name, adapter } = namespace
      if (name !== liveNamespace || !(adapter instanceof SharedFramesAdapter)) return
      this.#scene = {
        ...{ namespace, adapter },
        isForNamespace: new RegExp(`^4(?:[0-4]|[56]\\d+-)${name}(?:,|$)`),
        pings: createWirePings(this.#parts, this.#parts.timers),
        onUseless: (connection) => this.emit('useless', connection),
      }
    })
  }

  /** Takes the WebSocket of a request, or returns false when it is for engine.io. */
  accept(websocket: WebSocket, request: IncomingMessage, toEngine: (websocket: HandedOverWebSocket) => void): boolean {
    if (!this.#scene || !directHandshake.test(request.url ?? '')) return false
    const { maxPayload, pingInterval, pingTimeout } = this.#parts
    const sid = newWireId()
    const connection = new WireConnection(sid, websocket, request)
    const session = new WireSession(this.#scene, connection, toEngine)
    this.#sessions.set(request, { connection, session })
    connection.once('close', () => this.#sessions.delete(request))
    websocket.on('message', (data: Buffer, isBinary) => session.receive(data, isBinary))
    websocket.on('close', () => connection.end())
    // ws closes it, too.
    websocket.on('error', () => {})
    connection.writePacket(`0${JSON.stringify({ sid, upgrades: [], pingInterval, pingTimeout, maxPayload })}`)
    this.emit('connection', connection)
    return true
  }

  /** Closes all connections. */
  close(): void {
    for (const { connection } of this.#sessions.values()) connection.close(true)
  }
}
