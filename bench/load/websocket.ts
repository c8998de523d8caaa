import { constants, inflateRawSync } from 'node:zlib'
import { type Connection, openConnection } from './connection.ts'
import { createFrameReader, type ServerFrame } from './frame-reader.ts'

export interface WebSocketEvents {
  readonly onOpen?: () => void
  /** The payload is valid only during the call, and compressed if the frame is. */
  readonly onMessage: (frame: ServerFrame) => void
  readonly onClosed: (reason: string) => void
}

export interface WebSocketClient extends Pick<Connection, 'bytes' | 'pause' | 'resume' | 'end'> {
  send(text: string): void
}

/** What a browser sends, so that the server reads as much as it would. */
const browserHeaders = `Connection: Upgrade
Upgrade: websocket
Sec-WebSocket-Version: 13
Sec-WebSocket-Key: cGFkZG9jay1iZW5jaG1rcw==
User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36
Accept-Encoding: gzip, deflate, br, zstd
Accept-Language: en-US,en;q=0.9
Cache-Control: no-cache
Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits`.replaceAll('\n', '\r\n')

const headEnd = Buffer.from('\r\n\r\n')
/** A fixed mask: it must be there, and its value is not measured. */
const mask = Buffer.from([0x11, 0x22, 0x33, 0x44])
const [textOpcode, closeOpcode, pingOpcode, pongOpcode] = [1, 8, 9, 10]

/** A WebSocket as a browser opens one, without a library, so that thousands of them cost little. */
export function openWebSocket(port: number, path: string, events: WebSocketEvents): WebSocketClient {
  let head = Buffer.alloc(0)
  let isOpen = false
  const readFrames = createFrameReader((frame) => {
    if (frame.opcode === pingOpcode) connection.write(maskedFrame(frame.payload, pongOpcode))
    else if (frame.opcode === closeOpcode)
      fail(`closed with ${frame.payload.length > 1 ? frame.payload.readUInt16BE() : 'no code'}`)
    else if (frame.opcode !== pongOpcode) events.onMessage(frame)
  })

  function fail(reason: string): void {
    connection.end()
    events.onClosed(reason)
  }

  function readHead(data: Buffer): void {
    head = Buffer.concat([head, data])
    const end = head.indexOf(headEnd)
    if (end < 0) return
    const [status = ''] = head.toString('latin1', 0, end).split('\r\n')
    if (!status.includes(' 101 ')) {
      fail(`refused: ${status}`)
      return
    }
    isOpen = true
    const rest = head.subarray(end + headEnd.length)
    events.onOpen?.()
    if (rest.length > 0) readFrames(rest)
  }

  const connection = openConnection(port, {
    onOpen: () =>
      connection.write(
        `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: http://127.0.0.1:${port}\r\n${browserHeaders}\r\n\r\n`,
      ),
    onData: (data) => (isOpen ? readFrames(data) : readHead(data)),
    onClosed: events.onClosed,
  })
  return { ...connection, send: (text) => connection.write(maskedFrame(Buffer.from(text), textOpcode)) }
}

/** The text of a message, compressed or not. */
export function inflated(payload: Buffer): Buffer {
  // permessage-deflate leaves the end of a sync flush out.
  const data = Buffer.concat([payload, Buffer.from([0, 0, 0xff, 0xff])])
  return inflateRawSync(data, { finishFlush: constants.Z_SYNC_FLUSH })
}

function maskedFrame(payload: Buffer, opcode: number): Buffer {
  const { length } = payload
  const header = length < 126 ? [0x80 | length] : [0x80 | 126, length >> 8, length & 0xff]
  const masked = payload.map((byte, index) => byte ^ (mask[index % 4] ?? 0))
  return Buffer.concat([Buffer.from([0x80 | opcode, ...header]), mask, masked])
}
