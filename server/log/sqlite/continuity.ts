import { closeSync, fsyncSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Whether the database is the newest that this folder has seen, which no database can say of itself. Two small files
 * say it: the witness holds the last version that was announced, and so tells of a database that was put back, or that
 * lost its
 * -wal file or the end of it; the mark is written once and never touched again, and so tells by its change time, which
 * no program can set, of a folder that was copied or restored. A whole disk that is put back to an earlier state tells
 * nothing. [P2]
 */
export interface HighWaterMark {
  readonly log: string
  readonly version: number
  readonly seal: string
}

const witnessFile = 'paddock.witness'
const markFile = 'paddock.mark'
const markText = 'The change time of this file shows that the folder was not restored from a copy. Do not touch it.\n'
/** One sector or less, and always as long: written in place, whole or not at all. */
const witnessLength = 256

export function readHighWaterMark(folder: string): HighWaterMark | undefined {
  try {
    const { log, version, seal }: Partial<HighWaterMark> = JSON.parse(readFileSync(join(folder, witnessFile), 'utf8'))
    const whole = typeof log === 'string' && Number.isSafeInteger(version) && typeof seal === 'string'
    return whole && version !== undefined ? { log, version, seal } : undefined
  } catch {
    return undefined
  }
}

/**
 * Opens the witness for writing. It is written after every commit and not flushed: after a power cut it may be older
 * than the database, which proves as much, and never newer.
 */
export function openHighWaterMark(folder: string): { record(witness: HighWaterMark): void; close(): void } {
  const path = join(folder, witnessFile)
  writeFileSync(path, '', { flag: 'a' })
  const file = openSync(path, 'r+')
  return {
    record: (witness) => void writeSync(file, JSON.stringify(witness).padEnd(witnessLength), 0),
    close: () => closeSync(file),
  }
}

/** Makes the mark anew and returns its change time. */
export function makeCloneMarker(folder: string): string {
  const path = join(folder, markFile)
  writeFileSync(path, markText, { flush: true })
  flushFolder(folder)
  return String(statSync(path, { bigint: true }).ctimeNs)
}

export function readCloneMarker(folder: string): string | undefined {
  const found = statSync(join(folder, markFile), { bigint: true, throwIfNoEntry: false })
  return found && String(found.ctimeNs)
}

/** Makes new names in the folder durable. Windows cannot do this and need not. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return
  const file = openSync(folder, 'r')
  fsyncSync(file)
  closeSync(file)
}
