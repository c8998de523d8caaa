import { once } from 'node:events'
import { connect } from 'node:net'

export interface RawConnection {
  send(data: string | Uint8Array): void
  /** Resolves when the first line of an answer was received. */
  readonly answered: Promise<void>
  /** What was received so far. */
  received(): string
  /** Whether the server has closed its side. */
  hasEnded(): boolean
  /** Closes our side, which an attacker never does by itself. */
  destroy(): void
}

/** A TCP connection that keeps its side open, whatever the server does, and reads only if it is told to. */
export async function connectRaw(port: number, text = '', reads = true): Promise<RawConnection> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
  let [received, hasEnded] = ['', false]
  socket.on('error', () => {})
  for (const event of ['end', 'close']) {
    socket.once(event, () => {
      hasEnded = true
    })
  }
  const answered = new Promise<void>((resolve) => {
    if (!reads) return
    socket.setEncoding('latin1').on('data', (part: string) => {
      received += part
      if (received.includes('\r\n')) resolve()
    })
  })
  await once(socket, 'connect')
  if (text !== '') socket.write(text)
  return {
    send: (data) => void socket.write(data),
    answered,
    received: () => received,
    hasEnded: () => hasEnded,
    destroy: () => void socket.destroy(),
  }
}

/** A request without a body, for one connection. */
export function rawRequest(line: string, ...headers: readonly string[]): string {
  return [`${line} HTTP/1.1`, 'Host: localhost', ...headers, '', ''].join('\r\n')
}

/** A short message as a WebSocket frame of a client, whose mask changes nothing. */
export function rawFrame(text: string): Uint8Array {
  return Buffer.concat([Buffer.from([0x81, 0x80 + text.length, 0, 0, 0, 0]), Buffer.from(text)])
}

/** A request for a WebSocket at a path. */
export function rawUpgrade(path: string, ...headers: readonly string[]): string {
  return rawRequest(
    `GET ${path}`,
    ...['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13'],
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    ...headers,
  )
}
