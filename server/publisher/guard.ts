import { createHash } from 'node:crypto'
import type { Drivers } from '../../lib/driver.ts'
import type { HeldList } from '../../lib/pipeline-state.ts'

export interface GuardSettings {
  /** How long a list that loses many drivers, or looks half-written, is held. Milliseconds. */
  readonly guardTime: number
  /**
   * How long any other list that loses a driver must stand unchanged: a file is cut at the end of a line for a moment. And how
   * old the files of a first list must be, in which nobody can be missed.
   */
  readonly settleTime: number
  /** A loss is sudden when it is more than this many drivers and more than this share of them. */
  readonly manyDrivers: number
  readonly manyShare: number
}

/** Times in milliseconds. */
export const defaultGuard: GuardSettings = { guardTime: 10_000, settleTime: 1000, manyDrivers: 5, manyShare: 0.3 }

export interface Candidate {
  readonly before: Drivers
  readonly after: Drivers
  /** Files that end in the middle of a line, though none of them did in the list that is shown: cut off, perhaps. */
  readonly cutOff: readonly string[]
  /** When the newest file behind it was written; undefined when that is not known. */
  readonly writtenAt: number | undefined
}

/**
 * Decides whether a list may go out now. A list that takes drivers away is held until it has lost the same ones for long
 * enough: a half-written file must not look like people who went home. An empty one is held until somebody releases it, and a
 * first one while its files are being written.
 * `hold` is what was held before; `released` the id of a hold that a person let go.
 */
export function guard(
  candidate: Candidate,
  hold: HeldList | undefined,
  released: string | undefined,
  settings: GuardSettings,
  now: number,
): HeldList | undefined {
  const lost = [...candidate.before.keys()].filter((name) => !candidate.after.has(name))
  const reason = reasonToHold(candidate, lost, settings, now)
  if (!reason) return undefined
  const id = idOf([reason, ...lost, '', ...candidate.cutOff])
  if (id === released) return undefined
  // A clock that was set back must not make it wait for the hours that come twice.
  const since = hold?.id === id ? Math.min(hold.since, now) : now
  const until = endOf(reason, since, candidate, settings)
  if (until !== undefined && now >= until) return undefined
  return { id, reason, lost, shown: candidate.before.size, found: candidate.after.size, since, until }
}

function endOf(
  reason: HeldList['reason'],
  since: number,
  { writtenAt = since }: Candidate,
  { settleTime, guardTime }: GuardSettings,
): number | undefined {
  if (reason === 'all_lost') return undefined
  if (reason === 'some_lost') return since + settleTime
  // A program that writes without a pause must not keep the list away.
  return reason === 'just_written' ? Math.min(writtenAt + settleTime, since + guardTime) : since + guardTime
}

function reasonToHold(
  { before, after, cutOff, writtenAt = Number.NEGATIVE_INFINITY }: Candidate,
  lost: readonly string[],
  { manyDrivers, manyShare, settleTime }: GuardSettings,
  now: number,
): HeldList['reason'] | undefined {
  if (before.size === 0) return after.size > 0 && now - writtenAt < settleTime ? 'just_written' : undefined
  if (after.size === 0) return 'all_lost'
  if (lost.length === before.size) return 'many_lost'
  if (lost.length > manyDrivers && lost.length > before.size * manyShare) return 'many_lost'
  if (cutOff.length > 0) return 'maybe_half_written'
  return lost.length > 0 ? 'some_lost' : undefined
}

function idOf(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 16)
}
