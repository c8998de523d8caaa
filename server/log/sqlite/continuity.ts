import { closeSync, fsyncSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'

// No database can prove that it is the newest of its folder; two small files beside it do. A whole disk that is put
// back to an earlier state goes unnoticed. [P2]

/**
 * The last announced version. A database that does not have it is an older copy, or lost its -wal file or a part of it.
 */
export interface HighWaterMark {
  readonly log: string
  readonly version: number
  readonly seal: string
}

const highWaterMarkFile = 'paddock.witness'
/** Written once. Its change time, which no program can set, is also in the database: it differs in a copied folder. */
const cloneMarkerFile = 'paddock.mark'
const cloneMarkerText =
  'The change time of this file shows that the folder was not restored from a copy. Do not touch it.\n'
/** In bytes. Constant and at most a sector, so that the mark is overwritten whole or not at all. */
const highWaterMarkLength = 256

/** The high-water mark of the folder; undefined when it is missing or unreadable. */
export function readHighWaterMark(folder: string): HighWaterMark | undefined {
  try {
    const { log, version, seal }: Partial<HighWaterMark> = JSON.parse(
      readFileSync(join(folder, highWaterMarkFile), 'utf8'),
    )
    const whole = typeof log === 'string' && Number.isSafeInteger(version) && typeof seal === 'string'
    return whole && version !== undefined ? { log, version, seal } : undefined
  } catch {
    return undefined
  }
}

/**
 * Opens the high-water mark for writing. It is written after every commit without a flush: after a power cut it may be
 * older than the database, which proves as much, but is never newer.
 */
export function openHighWaterMark(folder: string): { record(highWaterMark: HighWaterMark): void; close(): void } {
  const path = join(folder, highWaterMarkFile)
  writeFileSync(path, '', { flag: 'a' })
  const file = openSync(path, 'r+')
  return {
    record: (highWaterMark) => void writeSync(file, JSON.stringify(highWaterMark).padEnd(highWaterMarkLength), 0),
    close: () => closeSync(file),
  }
}

/** Writes a new clone marker and returns its change time. */
export function makeCloneMarker(folder: string): string {
  const path = join(folder, cloneMarkerFile)
  writeFileSync(path, cloneMarkerText, { flush: true })
  flushFolder(folder)
  return String(statSync(path, { bigint: true }).ctimeNs)
}

/** The change time of the clone marker, in nanoseconds; undefined when the folder has none. */
export function readCloneMarker(folder: string): string | undefined {
  const found = statSync(join(folder, cloneMarkerFile), { bigint: true, throwIfNoEntry: false })
  return found && String(found.ctimeNs)
}

/** Makes new file names in the folder durable, which Windows neither needs nor allows. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return
  const file = openSync(folder, 'r')
  fsyncSync(file)
  closeSync(file)
}
