import type { OpenClient } from './client.ts'
import { peerMessageOf } from './peer-messages.ts'
import { openWebSocket } from './websocket.ts'

/** A client of the floor. */
export const openRawWebSocket: OpenClient = ({ port, payloads, onMessage, onClosed }) =>
  openWebSocket(port, '/', {
    onMessage({ payload }) {
      const message = payloads.read(payload, peerMessageOf)
      if (message) onMessage(message)
    },
    onClosed,
  })
