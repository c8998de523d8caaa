import type { TextInPieces } from '../memory/text-in-pieces.ts'
import { textInPieces } from '../memory/text-in-pieces.ts'
import { type DecodedText, decodeFile, withoutMark } from './decode-text.ts'
import { type SplitPage, splitRows } from './split-rows.ts'

/** What a file holds, and what was made of it. */
export interface FileContent {
  /** Only for the moment: see `keepBytes`. */
  readonly bytes: Uint8Array
  /** As decodeFile gives it; decoded at first use. */
  decoded(encoding?: string): DecodedText
  /** The same text cut where rows of pages begin; undefined when decodeFile has to guess or to mend something. */
  inPieces(): TextInPieces | undefined
  /** The bytes, for a reader that may hold them: they are not written over. */
  keepBytes(): Uint8Array
  /** Room for the next content of the file: where an older one was, so that memory is not asked for at each save. */
  room(size: number): Uint8Array
  /** The newest pieces that are known of the file. */
  split(): SplitPage | undefined
  isKept(): boolean
}

/** The content of a file whose last one was `before`. */
export function fileContent(bytes: Uint8Array, before?: FileContent): FileContent {
  const texts = new Map<string | undefined, DecodedText>()
  let split = before?.split()
  let isKept = before?.isKept() ?? false
  let pieces: { readonly text: TextInPieces | undefined } | undefined
  let free: ArrayBufferLike | undefined
  return {
    bytes,
    decoded(encoding) {
      const text = texts.get(encoding) ?? decodeFile(bytes, encoding)
      texts.set(encoding, text)
      return text
    },
    inPieces() {
      if (pieces) return pieces.text
      free = split?.bytes.buffer
      split = splitRows(withoutMark(bytes), split)
      pieces = { text: split && textInPieces(split.pieces) }
      return pieces.text
    },
    keepBytes() {
      isKept = true
      return bytes
    },
    room(size) {
      if (free && !isKept && free.byteLength >= size) return Buffer.from(free, 0, size)
      // A file in pieces grows by a row now and then.
      return Buffer.alloc(split ? size + (size >> 4) : size).subarray(0, size)
    },
    split: () => split,
    isKept: () => isKept,
  }
}
