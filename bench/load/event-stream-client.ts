import type { OpenClient } from './client.ts'
import { openConnection } from './connection.ts'
import { createHttpReader } from './http-reader.ts'
import { peerMessageOf } from './peer-messages.ts'

const eventEnd = Buffer.from('\n\n')
const data = 'data: '

/** A client of server-sent events. */
export const openEventStream: OpenClient = ({ port, payloads, onMessage, onClosed }) => {
  let kept = Buffer.alloc(0)

  function readEvents(chunk: Buffer): void {
    const text = kept.length > 0 ? Buffer.concat([kept, chunk]) : chunk
    let at = 0
    for (let end = text.indexOf(eventEnd); end >= 0; end = text.indexOf(eventEnd, at)) {
      const message = payloads.read(text.subarray(at + data.length, end), peerMessageOf)
      at = end + eventEnd.length
      if (message) onMessage(message)
    }
    kept = Buffer.from(text.subarray(at))
  }

  const connection = openConnection(port, {
    onOpen: () => connection.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAccept: text/event-stream\r\n\r\n`),
    onData: createHttpReader({ onChunk: readEvents, onResponse: ({ status }) => onClosed(`ended with ${status}`) }),
    onClosed,
  })
  return connection
}
