import { type ServerOptions, WebSocketServer } from 'ws'

/** More bytes than any message has: ws itself compresses nothing. */
const never = 2 ** 30

/**
 * A value for engine.io's option `wsEngine`: WebSockets that agree on compression without a memory of earlier messages,
 * so that one compressed frame is right for all of them (shared-frames.ts). What is sent in any other way is plain.
 */
export class CompressingWebSocketServer extends WebSocketServer {
  constructor(options: ServerOptions) {
    super({
      ...options,
      perMessageDeflate: { serverNoContextTakeover: true, clientNoContextTakeover: true, threshold: never },
    })
  }
}
