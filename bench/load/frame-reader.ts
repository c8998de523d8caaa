/** One message from a server. The payload is valid only during the call. */
export interface ServerFrame {
  readonly opcode: number
  readonly isCompressed: boolean
  readonly payload: Buffer
}

/**
 * Reads the WebSocket frames of a server (RFC 6455), in pieces of any size. Returns what takes the pieces. Throws for a
 * message in fragments, which no server here sends.
 */
export function createFrameReader(onFrame: (frame: ServerFrame) => void): (data: Buffer) => void {
  let kept: Buffer[] = []
  let keptLength = 0
  let needed = 0

  return (piece) => {
    let data = piece
    if (keptLength > 0) {
      kept.push(Buffer.from(piece))
      keptLength += piece.length
      if (keptLength < needed) return
      data = Buffer.concat(kept, keptLength)
      kept = []
      keptLength = 0
    }
    let at = 0
    for (;;) {
      const [header, length] = sizesOf(data, at)
      needed = header + length
      if (data.length - at < needed) break
      const first = data[at] ?? 0
      if ((first & 0x80) === 0 || (first & 0x0f) === 0) throw new Error('The server sent a message in fragments.')
      const payload = data.subarray(at + header, at + header + length)
      at += header + length
      onFrame({ opcode: first & 0x0f, isCompressed: (first & 0x40) !== 0, payload })
    }
    if (at < data.length) {
      kept = [Buffer.from(data.subarray(at))]
      keptLength = data.length - at
    }
  }
}

/** The lengths of the header and of the payload of the frame; a header that is not all there has no payload. */
function sizesOf(data: Buffer, at: number): readonly [header: number, payload: number] {
  const left = data.length - at
  if (left < 2) return [2, 0]
  const short = (data[at + 1] ?? 0) & 0x7f
  if (short < 126) return [2, short]
  if (short === 126) return left < 4 ? [4, 0] : [4, data.readUInt16BE(at + 2)]
  return left < 10 ? [10, 0] : [10, Number(data.readBigUInt64BE(at + 2))]
}
