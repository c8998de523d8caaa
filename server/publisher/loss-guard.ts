import { createHash } from 'node:crypto'
import type { HeldList } from '../../lib/server-api/pipeline-state.ts'

export interface LossGuardSettings {
  /** How long a list that loses many drivers, or looks half-written, is held. Milliseconds. */
  readonly guardTime: number
  /** How long any other loss must last unchanged, and how old the files of a first list must be. Milliseconds. */
  readonly settleTime: number
  /** A loss is sudden when it concerns more than this many drivers and more than this share of them. */
  readonly manyDrivers: number
  readonly manyShare: number
}

/** Times in milliseconds. */
export const defaultLossGuard: LossGuardSettings = {
  guardTime: 10_000,
  settleTime: 1000,
  manyDrivers: 5,
  manyShare: 0.3,
}

/** What publishing a list would do to the published one. */
export interface Candidate {
  /** How many drivers are published, and how many the list has. */
  readonly shown: number
  readonly found: number
  /** The published drivers that the list lacks. */
  readonly lost: readonly string[]
  /** The published drivers that lose their class, their number or all their runs. */
  readonly emptied: readonly string[]
  /** Files that end in the middle of a line, though they did not in the published list: cut off, perhaps. */
  readonly cutOff: readonly string[]
  /** When the newest file of the list was written, Unix ms; undefined if unknown. */
  readonly writtenAt: number | undefined
  /** A timing system has begun another session: others start, and nobody has a run. */
  readonly isNewSession?: boolean
}

/**
 * Undefined when the list may be published now, else the list that is held. `held` is the list held so far, `released`
 * the id of a held list that a person released. A kept one has no end. ADR 0002 gives the reasons.
 */
export function lossGuard(
  candidate: Candidate,
  held: HeldList | undefined,
  released: string | undefined,
  settings: LossGuardSettings,
  now: number,
): HeldList | undefined {
  const reason = reasonToHold(candidate, settings, now)
  if (!reason) return undefined
  const { shown, found, lost, emptied, cutOff } = candidate
  const names = reason === 'many_emptied' ? emptied : []
  const id = idOf([reason, ...[...lost].sort(), '', ...cutOff, ...[...names].sort()])
  if (id === released) return undefined
  // After the clock was set back, `since` could lie hours ahead.
  const since = held?.id === id ? Math.min(held.since, now) : now
  const hold = { id, reason, lost, emptied: names, shown, found, since }
  if (held?.id === id && held.kept) return { ...hold, kept: true }
  const until = endOf(reason, since, candidate, settings)
  if (until !== undefined && now >= until) return undefined
  return { ...hold, until }
}

function endOf(
  reason: HeldList['reason'],
  since: number,
  { writtenAt = since }: Candidate,
  { settleTime, guardTime }: LossGuardSettings,
): number | undefined {
  if (reason === 'all_lost') return undefined
  if (reason === 'some_lost') return since + settleTime
  // A program that writes without a pause must not hold the first list back without end.
  return reason === 'just_written' ? Math.min(writtenAt + settleTime, since + guardTime) : since + guardTime
}

function reasonToHold(
  { shown, found, lost, emptied, cutOff, writtenAt = Number.NEGATIVE_INFINITY, isNewSession = false }: Candidate,
  { manyDrivers, manyShare, settleTime }: LossGuardSettings,
  now: number,
): HeldList['reason'] | undefined {
  if (shown === 0) return found > 0 && now - writtenAt < settleTime ? 'just_written' : undefined
  if (found === 0) return 'all_lost'
  if (isNewSession) return cutOff.length > 0 ? 'maybe_half_written' : undefined
  if (lost.length === shown) return 'many_lost'
  const isMany = ({ length }: readonly string[]) => length > manyDrivers && length > shown * manyShare
  if (isMany(lost)) return 'many_lost'
  if (isMany(emptied)) return 'many_emptied'
  if (cutOff.length > 0) return 'maybe_half_written'
  return lost.length > 0 ? 'some_lost' : undefined
}

function idOf(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 16)
}
