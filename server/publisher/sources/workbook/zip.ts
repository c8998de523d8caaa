import { crc32, inflateRawSync } from 'node:zlib'
import { SourceError } from '../source-error.ts'

/** What an archive may hold, so that a small file cannot fill the memory. */
export interface ZipLimits {
  readonly entries: number
  /** Of all entries that are unpacked, together. */
  readonly bytes: number
}

export const defaultZipLimits: ZipLimits = { entries: 2000, bytes: 96 * 1024 * 1024 }

/** An archive that was opened: its names, and the bytes of an entry, undefined for a name that it does not have. */
export interface Zip {
  readonly names: readonly string[]
  unpack(name: string): Buffer | undefined
}

interface Entry {
  readonly method: number
  readonly checksum: number
  readonly packed: number
  readonly offset: number
}

const endRecord = 0x06054b50
const entryRecord = 0x02014b50
const localRecord = 0x04034b50

/**
 * Opens a zip archive by the directory at its end. Throws 'half_written' for one without its end or with bytes that do
 * not fit their checksum, 'file_too_large' beyond a limit, and 'unreadable' for what no workbook has.
 */
export function openZip(bytes: Uint8Array, file: string, limits: ZipLimits = defaultZipLimits): Zip {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = readDirectory(buffer, file, limits)
  let unpacked = 0
  return {
    names: [...entries.keys()],
    unpack(name) {
      const entry = entries.get(name)
      if (!entry) return undefined
      const content = unpackEntry(buffer, name, entry, file, limits.bytes - unpacked)
      unpacked += content.length
      return content
    },
  }
}

function readDirectory(buffer: Buffer, file: string, limits: ZipLimits): ReadonlyMap<string, Entry> {
  // A comment of at most 65,535 bytes may follow the end record of 22.
  const least = Math.max(0, buffer.length - 22 - 65_535)
  let end = buffer.length - 22
  while (end >= least && buffer.readUInt32LE(end) !== endRecord) end -= 1
  if (end < least) throw halfWritten(file, 'the archive has no end.')
  const count = buffer.readUInt16LE(end + 10)
  if (count > limits.entries) throw tooLarge(file, `holds ${count} parts; at most ${limits.entries} are read.`)
  const entries = new Map<string, Entry>()
  let at = buffer.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || buffer.readUInt32LE(at) !== entryRecord) throw halfWritten(file, 'its directory is damaged.')
    const name = buffer.toString('utf8', at + 46, at + 46 + buffer.readUInt16LE(at + 28))
    entries.set(name, {
      method: buffer.readUInt16LE(at + 10),
      checksum: buffer.readUInt32LE(at + 16),
      packed: buffer.readUInt32LE(at + 20),
      offset: buffer.readUInt32LE(at + 42),
    })
    at += 46 + buffer.readUInt16LE(at + 28) + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32)
  }
  return entries
}

function unpackEntry(buffer: Buffer, name: string, entry: Entry, file: string, most: number): Buffer {
  const { offset, packed, method, checksum } = entry
  if (offset + 30 > buffer.length || buffer.readUInt32LE(offset) !== localRecord) {
    throw halfWritten(file, 'a part of it is missing.')
  }
  const nameEnd = offset + 30 + buffer.readUInt16LE(offset + 26)
  if (buffer.toString('utf8', offset + 30, nameEnd) !== name) throw halfWritten(file, 'its directory is damaged.')
  const start = nameEnd + buffer.readUInt16LE(offset + 28)
  const content = inflate(buffer.subarray(start, start + packed), method, file, most)
  if (crc32(content) !== checksum) throw halfWritten(file, 'a part of it does not fit its checksum.')
  return content
}

function inflate(packed: Buffer, method: number, file: string, most: number): Buffer {
  if (method === 0 && packed.length <= most) return packed
  if (method !== 0 && method !== 8) {
    const hint = 'Save it again as an Excel workbook (.xlsx), without a password.'
    throw new SourceError('unreadable', file, 'the workbook is packed in a way that is not read.', hint)
  }
  try {
    if (method === 8) return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code !== 'ERR_BUFFER_TOO_LARGE') throw halfWritten(file, 'a part of it cannot be unpacked.')
  }
  throw tooLarge(file, `unpacks to more than ${Math.round(defaultZipLimits.bytes / 1024 / 1024)} MB.`)
}

function halfWritten(file: string, problem: string): SourceError {
  const hint = 'The next save will complete it; nothing is lost. If it stays, open it in its program and save it again.'
  return new SourceError('half_written', file, `the workbook is not whole: ${problem}`, hint)
}

function tooLarge(file: string, problem: string): SourceError {
  const hint = 'Save the results alone, as a workbook of their own, or as CSV.'
  return new SourceError('file_too_large', file, `the workbook ${problem}`, hint)
}
