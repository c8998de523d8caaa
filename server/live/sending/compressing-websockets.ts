import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type ServerOptions, type WebSocket, WebSocketServer } from 'ws'
import type { HandedOverWebSocket } from './handed-over-websocket.ts'
import type { WireEndpoint } from './wire-endpoint.ts'

/** More bytes than any message has: ws itself compresses nothing. */
const never = 2 ** 30

/**
 * A value for engine.io's option `wsEngine`: WebSockets that agree on compression without a memory of earlier messages,
 * so that one compressed frame is right for all of them (shared-frames.ts). What is sent in any other way is plain. The
 * wire endpoint gets them before engine.io.
 */
export function compressingWebSockets(wire: WireEndpoint): new (options: ServerOptions) => WebSocketServer {
  return class extends WebSocketServer {
    constructor(options: ServerOptions) {
      super({
        ...options,
        perMessageDeflate: { serverNoContextTakeover: true, clientNoContextTakeover: true, threshold: never },
      })
    }

    override handleUpgrade(
      request: IncomingMessage,
      socket: Duplex,
      head: Buffer,
      toEngine: (websocket: WebSocket, request: IncomingMessage) => void,
    ): void {
      super.handleUpgrade(request, socket, head, (websocket) => {
        // engine.io uses what is handed over as far as it has properties of a WebSocket.
        const handOver = (other: HandedOverWebSocket) => toEngine(other as unknown as WebSocket, request)
        if (!wire.accept(websocket, request, handOver)) toEngine(websocket, request)
      })
    }

    override close(onClosed?: (error?: Error) => void): void {
      wire.close()
      super.close(onClosed)
    }
  }
}
