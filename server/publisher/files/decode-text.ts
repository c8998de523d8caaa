import { isUtf8 } from 'node:buffer'
import { withLineFeeds } from './line-feeds.ts'
import { decodeWindows1252 } from './windows-1252.ts'

/** The text of a file, and how sure its encoding is. */
export interface DecodedText {
  /** Every line ends in LF. */
  readonly text: string
  /** The encoding that was guessed; undefined when a mark, the bytes or the caller say it. */
  readonly guessed: 'windows-1252' | undefined
  /** Lines, from 1, that are no text of the encoding of the file. */
  readonly badLines: readonly number[]
}

/** As decodeFile, the text alone. */
export function decodeText(bytes: Uint8Array, encoding?: string): string {
  return decodeFile(bytes, encoding).text
}

/**
 * Decodes a file; never throws for a known encoding. A byte order mark decides and is removed; then `encoding`, a label
 * of TextDecoder; then UTF-16 by its zero bytes, UTF-8 if it decodes strictly, else windows-1252: for all lines, or for
 * those few that are no UTF-8. Charset labels in the file are ignored, because timing software writes wrong ones.
 */
export function decodeFile(bytes: Uint8Array, encoding?: string): DecodedText {
  const decoded = decode(bytes, encoding)
  return decoded.text.includes('\r') ? { ...decoded, text: decoded.text.replace(/\r\n?/g, '\n') } : decoded
}

function decode(bytes: Uint8Array, encoding: string | undefined): DecodedText {
  const marked = markOf(bytes)
  const content = withoutMark(bytes)
  const said = marked === 'utf-8' ? undefined : (marked ?? encoding ?? utf16WithoutMark(bytes))
  if (said !== undefined) return sure(decodeAs(content, said))
  const lines = withLineFeeds(content)
  const text = decodeUtf8(lines)
  return text === undefined ? guess(lines) : sure(text)
}

/** The bytes behind a byte order mark of UTF-8. */
export function withoutMark(bytes: Uint8Array): Uint8Array {
  return markOf(bytes) === 'utf-8' ? bytes.subarray(3) : bytes
}

function markOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | 'utf-8' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : undefined
}

function decodeAs(bytes: Uint8Array, encoding: string): string {
  const decoder = new TextDecoder(encoding)
  return decoder.encoding === 'windows-1252' ? decodeWindows1252(bytes) : decoder.decode(bytes)
}

/** A text whose encoding is known: what it cannot hold became a replacement character. */
function sure(text: string): DecodedText {
  if (!text.includes('\ufffd')) return { text, guessed: undefined, badLines: [] }
  const badLines = text.split(/\r\n|\r|\n/).flatMap((line, index) => (line.includes('\ufffd') ? [index + 1] : []))
  return { text, guessed: undefined, badLines }
}

/** How much of a file is looked at for zero bytes, and the least share of them in every second place. */
const lookedAt = 2048
const leastZeros = 0.4

/** In UTF-16, every second byte of digits, commas and letters without accents is zero, and no other one is. */
function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const pairs = Math.floor(Math.min(bytes.length, lookedAt) / 2)
  let [first, second] = [0, 0]
  for (let pair = 0; pair < pairs; pair += 1) {
    if (bytes[2 * pair] === 0) first += 1
    if (bytes[2 * pair + 1] === 0) second += 1
  }
  if (first === 0 && second > pairs * leastZeros) return 'utf-16le'
  return second === 0 && first > pairs * leastZeros ? 'utf-16be' : undefined
}

/** Windows-1252 for all lines, or for few lines of a file in UTF-8: another program may have written those. */
function guess(bytes: Uint8Array): DecodedText {
  const lines = linesOf(bytes).map((line) => ({ line, text: decodeUtf8(line, true) }))
  const bad = lines.flatMap(({ text }, index) => (text === undefined ? [index + 1] : []))
  const good = lines.filter(({ text }) => text !== undefined && hasLetterBeyondAscii(text)).length
  if (bad.length > good) return { text: decodeWindows1252(bytes), guessed: 'windows-1252', badLines: [] }
  const text = lines.map((one) => one.text ?? decodeWindows1252(one.line)).join('\n')
  return { text, guessed: undefined, badLines: bad }
}

function linesOf(bytes: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = []
  let start = 0
  for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a, start)) {
    lines.push(bytes.subarray(start, end))
    start = end + 1
  }
  return [...lines, bytes.subarray(start)]
}

function decodeUtf8(bytes: Uint8Array, isWhole = false): string | undefined {
  // The decoder of a stream would take the memory for two bytes a letter.
  if (isUtf8(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
  if (isWhole) return undefined
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
