import { randomBytes } from 'node:crypto'
import { emptyChecksum } from '../../lib/list/checksum.ts'
import type { LogState } from './revision-log.ts'

/** A higher version is taken for damage: it leaves no room for others. Unix ms reach it in the year 144,000. */
const highestVersion = 2 ** 52

/**
 * The first state of a new log, empty or with the list of `content`. Its version is above every known version and above
 * `now` in Unix ms, so that no version is used twice even when none is known. [P2]
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
