import { gunzipSync } from 'node:zlib'
import type { OpenClient } from './client.ts'
import { openConnection } from './connection.ts'
import { createHttpReader } from './http-reader.ts'
import { peerMessageOf } from './peer-messages.ts'

/** Milliseconds between an answer and the next question. */
const pollInterval = 2000

const decode = (body: Buffer) => peerMessageOf(gunzipSync(body))

/** A client that asks for the list again and again, with the ETag of the one that it has. */
export const openPolling: OpenClient = ({ port, payloads, state, onMessage, onClosed }) => {
  let timer: NodeJS.Timeout | undefined
  let isFirst = true

  function ask(): void {
    const { version } = state()
    const known = version > 0 ? `If-None-Match: "${version}"\r\n` : ''
    connection.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAccept-Encoding: gzip\r\n${known}\r\n`)
  }

  const connection = openConnection(port, {
    onOpen: ask,
    onData: createHttpReader({
      onResponse({ status }, body) {
        // The first pause differs, so that clients do not ask in step.
        timer = setTimeout(ask, isFirst ? Math.random() * pollInterval : pollInterval)
        isFirst = false
        if (status === 304) return
        const message = payloads.read(body, decode)
        if (message) onMessage(message)
      },
    }),
    onClosed(reason) {
      clearTimeout(timer)
      onClosed(reason)
    },
  })
  return {
    ...connection,
    end() {
      clearTimeout(timer)
      connection.end()
    },
  }
}
