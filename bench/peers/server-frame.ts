/** A whole text message as a server sends it over a WebSocket (RFC 6455): one buffer, for one write. */
export function textFrame(text: string): Buffer {
  return serverFrame(0b1000_0001, Buffer.from(text))
}

/** A frame with this first byte: whether it is the last of its message, and compressed, and its opcode. */
export function serverFrame(first: number, payload: Buffer): Buffer {
  const { length } = payload
  if (length < 126) return Buffer.concat([Buffer.of(first, length), payload])
  const header = Buffer.alloc(length < 65_536 ? 4 : 10)
  header[0] = first
  header[1] = length < 65_536 ? 126 : 127
  if (length < 65_536) header.writeUInt16BE(length, 2)
  else header.writeBigUInt64BE(BigInt(length), 2)
  return Buffer.concat([header, payload])
}
