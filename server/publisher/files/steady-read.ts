import fs from 'node:fs'
import { SourceError } from '../sources/source-error.ts'

/** A file as it was at one moment. */
export interface SteadyFile {
  readonly bytes: Uint8Array
  /** Unix ms. */
  readonly modifiedAt: number
  readonly size: number
  /** Differs after every save. */
  readonly stamp: string
}

/** So many bytes, which may be written over. */
type Room = (size: number) => Uint8Array
const newRoom: Room = (size) => Buffer.alloc(size)

const attempts = 3
const pauseMs = 10

/**
 * Reads one regular file whole, never a mixture of two saves. A file that changes meanwhile is read again; after three
 * attempts throws 'file_changing'. Synchronous; refuses a fifo or a device without waiting for it. `room` gives the
 * bytes that are filled.
 */
export function readSteadyFile(absolute: string, file: string, maxBytes: number, room: Room = newRoom): SteadyFile {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const read = readOnce(absolute, file, maxBytes, room)
    if (read) return read
    // The save needs a moment. Nothing else runs in the rendering process, so it may block.
    if (attempt < attempts) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs)
  }
  const hint = 'It is read again at the next change; if this stays, some program rewrites it without a pause.'
  throw new SourceError('file_changing', file, `the file changed each of the ${attempts} times it was read.`, hint)
}

function readOnce(absolute: string, file: string, maxBytes: number, room: Room): SteadyFile | undefined {
  const descriptor = fs.openSync(absolute, fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0))
  try {
    const before = fs.fstatSync(descriptor, { bigint: true })
    if (!before.isFile()) {
      const hint = 'Name a file that timing software writes, not a folder, a pipe or a device.'
      throw new SourceError('unreadable', file, 'this is not a regular file.', hint)
    }
    if (before.size > maxBytes) {
      const hint = 'Check that this is the file that timing software writes.'
      const limit = `${Math.round(maxBytes / 1024 / 1024)} MB`
      throw new SourceError('file_too_large', file, `the file is larger than ${limit}, the most that is read.`, hint)
    }
    const bytes = readBytes(descriptor, room(Number(before.size)))
    const after = fs.fstatSync(descriptor, { bigint: true })
    const named = fs.statSync(absolute, { bigint: true, throwIfNoEntry: false })
    const isSteady = bytes.length === Number(before.size) && stamp(before) === stamp(after)
    if (!isSteady || named?.ino !== before.ino || named.dev !== before.dev) return undefined
    return { bytes, modifiedAt: Number(before.mtimeMs), size: bytes.length, stamp: stamp(before) }
  } finally {
    fs.closeSync(descriptor)
  }
}

/** The stamp of the file at this path now; undefined when there is none. */
export function stampNow(absolute: string): string | undefined {
  const stats = fs.statSync(absolute, { bigint: true, throwIfNoEntry: false })
  return stats && stamp(stats)
}

function stamp({ dev, ino, size, mtimeNs, ctimeNs }: fs.BigIntStats): string {
  return `${dev} ${ino} ${size} ${mtimeNs} ${ctimeNs}`
}

function readBytes(descriptor: number, bytes: Uint8Array): Uint8Array {
  let filled = 0
  while (filled < bytes.length) {
    const count = fs.readSync(descriptor, bytes, filled, bytes.length - filled, filled)
    if (count === 0) break
    filled += count
  }
  return bytes.subarray(0, filled)
}
