const carriageReturn = 0x0d
const lineFeed = 0x0a

/** Bytes of an encoding that extends ASCII, of which each line ends in LF: the same array if they have no CR. */
export function withLineFeeds(bytes: Uint8Array): Uint8Array {
  if (!bytes.includes(carriageReturn)) return bytes
  const copy = Buffer.allocUnsafe(bytes.length)
  let length = 0
  for (let offset = 0; offset < bytes.length; offset += 1) {
    const byte = bytes[offset] ?? 0
    copy[length] = byte === carriageReturn ? lineFeed : byte
    length += 1
    if (byte === carriageReturn && bytes[offset + 1] === lineFeed) offset += 1
  }
  return copy.subarray(0, length)
}
