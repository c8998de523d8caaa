import type { Client, ClientParts, OpenClient } from './client.ts'
import type { ListMessage } from './list-states.ts'
import { peerMessage } from './peer-messages.ts'
import { inflated, openWebSocket } from './websocket.ts'

/** How the clients of one server speak socket.io. */
interface Dialect {
  /** With a comma, such as `/live,`; empty for the main namespace. */
  readonly namespace: string
  /** What a client says as soon as it has joined the namespace. */
  readonly greeting?: (parts: ClientParts) => string
  /** The event as a message about the list; undefined for one that says nothing about it. */
  readonly decode: (event: string, content: never) => ListMessage | undefined
}

/** Packets of engine.io (open, ping, message) and of socket.io in messages (connect, event, error). */
const [openPacket, pingPacket, connectPacket, eventPacket] = ['0', '2', '40', '42']

/** A client of socket.io that goes to a WebSocket at once: less work for the server than its default, polling first. */
export function socketIoClient({ namespace, greeting, decode }: Dialect): OpenClient {
  const path = '/socket.io/?EIO=4&transport=websocket'
  const eventStart = Buffer.from(`${eventPacket}${namespace}`)

  function decodeText(text: Buffer): ListMessage | undefined {
    if (text.compare(eventStart, 0, eventStart.length, 0, eventStart.length) !== 0) return undefined
    const [event, content] = JSON.parse(text.toString('utf8', eventStart.length)) as [string, never]
    return decode(event, content)
  }
  const decodeCompressed = (payload: Buffer) => decodeText(inflated(payload))

  return (parts): Client => {
    const socket = openWebSocket(parts.port, path, {
      onMessage({ payload, isCompressed }) {
        const isEvent = isCompressed || payload.toString('latin1', 0, 2) === eventPacket
        if (!isEvent) {
          answer(payload.toString())
          return
        }
        const message = parts.payloads.read(payload, isCompressed ? decodeCompressed : decodeText)
        if (message) parts.onMessage(message)
      },
      onClosed: parts.onClosed,
    })

    function answer(packet: string): void {
      if (packet.startsWith(openPacket)) socket.send(`${connectPacket}${namespace}`)
      else if (packet === pingPacket) socket.send('3')
      else if (packet.startsWith(connectPacket)) {
        if (greeting) socket.send(`${eventPacket}${namespace}${greeting(parts)}`)
      } else {
        socket.end()
        parts.onClosed(`the server said ${packet.slice(0, 100)}`)
      }
    }
    return socket
  }
}

/** Of both peers with socket.io: an update, or the whole list each time. */
export const openSocketIo: OpenClient = socketIoClient({
  namespace: '',
  decode: (_event, content) => peerMessage(content),
})
