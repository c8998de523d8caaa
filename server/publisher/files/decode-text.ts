/**
 * Decodes a file of unknown encoding; never throws. Every line ends in LF. A byte order mark decides and is removed;
 * else UTF-8 if it decodes strictly, else windows-1252. Charset labels in the file are ignored, because timing software
 * writes wrong ones.
 */
export function decodeText(bytes: Uint8Array): string {
  return decode(bytes).replace(/\r\n?/g, '\n')
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const content = marked ? bytes.subarray(3) : bytes
  return decodeUtf8(content) ?? decodeWindows1252(content)
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    const text = decoder.decode(bytes, { stream: true })
    return endsInsideCharacter(decoder) && !hasLetterBeyondAscii(text) ? undefined : text
  } catch {
    return undefined
  }
}

// A file that is cut inside a character is still UTF-8; as windows-1252, every name before the cut would be garbled.
// Without another non-ASCII letter as proof, a last byte beyond ASCII is taken for a windows-1252 letter.
function endsInsideCharacter(decoder: { decode(): string }): boolean {
  try {
    decoder.decode()
    return false
  } catch {
    return true
  }
}

function hasLetterBeyondAscii(text: string): boolean {
  return /[\u0080-\uffff]/.test(text)
}

// The letters from 0x80 to 0x9f. Not TextDecoder: Node 20 decodes 'windows-1252' as latin1, which has none there.
const beyondLatin1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return latin1.replace(/[\u0080-\u009f]/g, (letter) => beyondLatin1[letter.charCodeAt(0) - 0x80] ?? letter)
}
