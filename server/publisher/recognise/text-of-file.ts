import { decodeFile } from '../files/decode-text.ts'

/** The text of a file, and the encoding that its template must name. */
export interface FileText {
  readonly text: string
  /** Undefined where every reader finds it by itself. */
  readonly encoding: string | undefined
  /** A word of the text that shows whether the encoding is right; undefined where nothing was guessed. */
  readonly sample: string | undefined
}

/** Characters of a text that are looked at for a sample. */
const lookedAt = 1_000_000
const beyondAscii = /[^\s,;|"<>]{0,40}[^\0-\x7f][^\s,;|"<>]{0,40}/u
/** Encodings of texts that are no UTF-8, with the signs between letters that show another one is wrong. */
const eastern = /\p{L}[£¹³¿¥¯¶¼¾¦¨]|[£¹³¿¥¯¶¼¾]\p{L}/u
const cyrillic = /[À-ÿ]{4,}/
const leastLeads = 0.25
/** Curly quotes and dashes, which western texts do have. */
const quotes = new Set([0x91, 0x92, 0x93, 0x94, 0x96, 0x97])
const japanese = /[\u3040-\u30ff\u4e00-\u9fff]{2,}/

/** Decodes a file as the readers do, and guesses at encodings that these cannot know. */
export function textOfFile(bytes: Uint8Array): FileText {
  const { text, guessed } = decodeFile(bytes)
  if (guessed === undefined) return { text, encoding: undefined, sample: undefined }
  const encoding = guess(bytes, text)
  const decoded = encoding === guessed ? text : decodeFile(bytes, encoding).text
  return { text: decoded, encoding, sample: beyondAscii.exec(decoded.slice(0, lookedAt))?.[0] }
}

function guess(bytes: Uint8Array, western: string): string {
  const shiftJis = decodeStrictly(bytes, 'shift_jis')
  if (shiftJis !== undefined && japanese.test(shiftJis) && leadBytes(bytes) >= leastLeads) return 'shift_jis'
  if (cyrillic.test(western)) return 'windows-1251'
  return eastern.test(western) ? 'windows-1250' : 'windows-1252'
}

/** The share of lead bytes of Shift-JIS among the bytes beyond ASCII; as western text they are rare signs. */
function leadBytes(bytes: Uint8Array): number {
  let [leads, all] = [0, 0]
  for (const byte of bytes) {
    if (byte < 0x80) continue
    all += 1
    if (byte < 0xa0 && !quotes.has(byte)) leads += 1
  }
  return all === 0 ? 0 : leads / all
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
