import { createServer } from 'node:http'
import type { Socket } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'
import { listen } from './listen.ts'
import { type ListUpdate, oncePerVersion, type StartPeer, wholeList } from './peer.ts'
import { textFrame } from './server-frame.ts'

/** The private property that `ws` writes to. */
type WithTcp = WebSocket & { readonly _socket: Socket }

/**
 * The floor: `ws`, with one frame that is built once and written to every socket. A client gets the whole list when it
 * connects, first or again.
 */
export const startRawWebSocket: StartPeer = async (list) => {
  const http = createServer()
  const server = new WebSocketServer({ server: http, perMessageDeflate: false })
  const listFrame = oncePerVersion(list, () => textFrame(JSON.stringify(wholeList(list))))
  server.on('connection', (socket) => {
    socket.on('error', () => socket.terminate())
    write(socket, listFrame())
  })
  return {
    port: await listen(http),
    publish(update) {
      const message: ListUpdate = { version: list.version(), update }
      const frame = textFrame(JSON.stringify(message))
      for (const socket of server.clients) write(socket, frame)
    },
  }
}

function write(socket: WebSocket, frame: Buffer): void {
  ;(socket as WithTcp)._socket.write(frame)
}
