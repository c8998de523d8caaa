import { randomBytes } from 'node:crypto'
import { emptyChecksum } from '../../lib/list/checksum.ts'
import type { LogState } from './revision-log.ts'

/**
 * Beyond this a version is damage, not a version: there must be room above it. Unix ms reach it in the year 144,000.
 */
const highestVersion = 2 ** 52

/**
 * The first state of a new log: above every version known and above Unix ms, so that no version is used twice even
 * where nothing is known. It is empty, or holds what `content` holds. [P2]
 */
export function beginLog(now: number, knownVersions: readonly unknown[], content?: LogState): LogState {
  const known = knownVersions.filter(isVersion)
  return {
    log: randomBytes(9).toString('base64url'),
    version: Math.max(0, ...known, Math.floor(now)) + 1,
    at: now,
    sourceAt: content?.sourceAt,
    drivers: content?.drivers ?? new Map(),
    event: content?.event,
    checksum: content?.checksum ?? emptyChecksum,
  }
}

function isVersion(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) <= highestVersion
}
