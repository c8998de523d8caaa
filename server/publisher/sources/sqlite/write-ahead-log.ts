/** The parts of the format are named as in https://sqlite.org/fileformat2.html#the_write_ahead_log. */
const headerSize = 32
const frameHeaderSize = 24
const bigEndianMagic = 0x377f0683
const littleEndianMagic = 0x377f0682
/** Where a database says that it has a write-ahead log: 2 in both bytes, 1 for none. */
const versionsAt = 18

/**
 * A database with the transactions that are committed in its write-ahead log (the file with `-wal`), as one file
 * without one. Frames of older logs, and those behind the first that does not fit its checksum, are not written yet.
 */
export function withWriteAheadLog(database: Uint8Array, log: Uint8Array | undefined): Uint8Array {
  const pages = log ? committedPages(Buffer.from(log.buffer, log.byteOffset, log.byteLength)) : undefined
  const size = pages ? pages.count * pages.size : database.length
  const merged = new Uint8Array(size)
  merged.set(database.subarray(0, size))
  for (const [number, page] of pages?.pages ?? [])
    if (number <= (pages?.count ?? 0)) merged.set(page, (number - 1) * page.length)
  merged.fill(1, versionsAt, versionsAt + 2)
  return merged
}

interface Committed {
  /** Bytes of a page, and the number of pages of the database. */
  readonly size: number
  readonly count: number
  /** The newest content of each page, by its number from 1. */
  readonly pages: ReadonlyMap<number, Buffer>
}

function committedPages(log: Buffer): Committed | undefined {
  if (log.length < headerSize) return undefined
  const magic = log.readUInt32BE(0)
  if (magic !== bigEndianMagic && magic !== littleEndianMagic) return undefined
  const word = (at: number) => (magic === bigEndianMagic ? log.readUInt32BE(at) : log.readUInt32LE(at))
  const size = log.readUInt32BE(8)
  if (size < 512 || size > 65_536) return undefined
  let sums = checksum(word, 0, 24, [0, 0])
  if (sums[0] !== log.readUInt32BE(24) || sums[1] !== log.readUInt32BE(28)) return undefined

  const pages = new Map<number, Buffer>()
  const open = new Map<number, Buffer>()
  let count = 0
  // The sums go on from frame to frame, beginning with the salt of this log: those of an older one do not fit.
  for (let at = headerSize; at + frameHeaderSize + size <= log.length; at += frameHeaderSize + size) {
    sums = checksum(word, at + frameHeaderSize, size, checksum(word, at, 8, sums))
    if (sums[0] !== log.readUInt32BE(at + 16) || sums[1] !== log.readUInt32BE(at + 20)) break
    open.set(log.readUInt32BE(at), log.subarray(at + frameHeaderSize, at + frameHeaderSize + size))
    const pagesAfterCommit = log.readUInt32BE(at + 4)
    if (pagesAfterCommit === 0) continue
    count = pagesAfterCommit
    for (const [number, page] of open) pages.set(number, page)
    open.clear()
  }
  return count === 0 ? undefined : { size, count, pages }
}

type Sums = readonly [number, number]

function checksum(word: (at: number) => number, start: number, length: number, [first, second]: Sums): Sums {
  let [a, b] = [first, second]
  for (let at = start; at < start + length; at += 8) {
    a = (a + word(at) + b) >>> 0
    b = (b + word(at + 4) + a) >>> 0
  }
  return [a, b]
}
