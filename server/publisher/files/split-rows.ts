import { isAscii, isUtf8 } from 'node:buffer'
import { commonEnd, commonStart } from './common-bytes.ts'

/** A page of plain UTF-8 in pieces: the first begins with the page, each other one with `<tr`. */
export interface SplitPage {
  readonly bytes: Uint8Array
  /** Where each piece begins in `bytes`. */
  readonly starts: readonly number[]
  /** Their texts; every line ends in LF. */
  readonly pieces: readonly string[]
}

/**
 * Splits the bytes of a page, which have no byte order mark. Of what is the same in `before`, nothing is decoded again.
 * Undefined for bytes whose encoding is in doubt: those that are no UTF-8, or have zeros or replacement characters.
 */
export function splitRows(bytes: Uint8Array, before: SplitPage = nothing): SplitPage | undefined {
  const same = commonStart(before.bytes, bytes)
  const sameEnd = commonEnd(before.bytes, bytes)
  const moved = bytes.length - before.bytes.length
  // A piece at the begin is the same when all bytes are that say where the next one begins.
  const undecided = before.starts.findIndex((start) => start + rowLength > same)
  const head = Math.max(0, (undecided < 0 ? before.starts.length : undecided) - 1)
  const from = before.starts[head] ?? 0
  const isSame = (start: number, index: number) =>
    index > 0 && start >= before.bytes.length - sameEnd && start + moved >= from
  const found = before.starts.findIndex(isSame)
  const tail = found < 0 ? before.starts.length : found
  const until = (before.starts[tail] ?? before.bytes.length) + moved

  const between = rowStarts(bytes, from, until)
  const texts = between.map((start, index) => decodePiece(bytes.subarray(start, between[index + 1] ?? until)))
  if (!texts.every((text) => text !== undefined)) return undefined
  const ending = before.starts.slice(tail)
  return {
    bytes,
    starts: [
      ...before.starts.slice(0, head),
      ...between,
      ...(moved === 0 ? ending : ending.map((start) => start + moved)),
    ],
    pieces: [...before.pieces.slice(0, head), ...texts, ...before.pieces.slice(tail)],
  }
}

const nothing: SplitPage = { bytes: new Uint8Array(), starts: [], pieces: [] }

/** The bytes of `<tr` and of the sign behind it. */
const rowLength = 4

/** Where pieces begin from the one at `from` on. */
function rowStarts(bytes: Uint8Array, from: number, until: number): readonly number[] {
  const starts = from < until ? [from] : []
  for (let at = from + 1; at < until; at += 1) if (bytes[at] === lessThan && beginsRow(bytes, at)) starts.push(at)
  return starts
}

const [lessThan, slash, greaterThan, space] = [0x3c, 0x2f, 0x3e, 0x20]
const [smallT, smallR, toSmall] = [0x74, 0x72, 0x20]
const [tab, carriageReturn] = [0x09, 0x0d]

function beginsRow(bytes: Uint8Array, at: number): boolean {
  if (((bytes[at + 1] ?? 0) | toSmall) !== smallT || ((bytes[at + 2] ?? 0) | toSmall) !== smallR) return false
  const next = bytes[at + 3] ?? 0
  return next === greaterThan || next === space || next === slash || (next >= tab && next <= carriageReturn)
}

/** A piece ends in front of an ASCII character: never inside of another one, nor of the two of a line end. */
function decodePiece(bytes: Uint8Array): string | undefined {
  const isPlain = isAscii(bytes)
  if (bytes.includes(0) || !(isPlain || isUtf8(bytes))) return undefined
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(isPlain ? 'latin1' : 'utf8')
  if (text.includes('\ufffd')) return undefined
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}
