import { promisify } from 'node:util'
import { constants, deflateRaw, deflateRawSync, type ZlibOptions } from 'node:zlib'

/** A message as the WebSocket frames that all of its receivers share. */
export interface SharedFrames {
  /** The packet of socket.io, for what is not a WebSocket. */
  readonly encoded: string
  readonly plain: Buffer
  /** For a WebSocket that has agreed on compression. The plain frame while a long message is being compressed. */
  deflated(): Buffer
}

/** Bytes. A longer message is compressed beside the event loop. */
const longMessage = 16_384
/** Shorter messages, such as every `current_version`, hardly shrink. Bytes. */
const shortMessage = 256
/** Ends the block without ending the stream, as the extension permessage-deflate asks for. */
const options: ZlibOptions = { finishFlush: constants.Z_SYNC_FLUSH }
/** What Z_SYNC_FLUSH appends and the extension leaves out: 00 00 ff ff. */
const tail = 4
const deflateLater = promisify<Buffer, ZlibOptions, Buffer>(deflateRaw)

/** Engine.io's type `message`. */
const messageType = '4'

/** Frames for the text of a packet of socket.io. `onDeflate` is called at each compression, to count them. */
export function createSharedFrames(encoded: string, onDeflate: () => void): SharedFrames {
  const data = Buffer.from(`${messageType}${encoded}`)
  const plain = frameOf(data, false)
  let deflated: Buffer | undefined
  let isDeflating = false

  function take(bytes: Buffer): Buffer {
    deflated = bytes.length - tail < data.length ? frameOf(bytes.subarray(0, bytes.length - tail), true) : plain
    return deflated
  }

  return {
    encoded,
    plain,
    deflated() {
      if (deflated) return deflated
      if (data.length < shortMessage || isDeflating) return plain
      onDeflate()
      if (data.length <= longMessage) return take(deflateRawSync(data, options))
      isDeflating = true
      // A message that cannot be compressed stays plain.
      deflateLater(data, options).then(take, () => {})
      return plain
    },
  }
}

/** A whole text frame of RFC 6455 as a server sends it: header and content in one buffer, for one write. */
export function frameOf(data: Buffer, isDeflated: boolean): Buffer {
  const first = 0b1000_0001 | (isDeflated ? 0b0100_0000 : 0)
  if (data.length < 126) return Buffer.concat([Buffer.of(first, data.length), data])
  if (data.length < 65_536) {
    const header = Buffer.of(first, 126, 0, 0)
    header.writeUInt16BE(data.length, 2)
    return Buffer.concat([header, data])
  }
  const header = Buffer.of(first, 127, 0, 0, 0, 0, 0, 0, 0, 0)
  header.writeBigUInt64BE(BigInt(data.length), 2)
  return Buffer.concat([header, data])
}
