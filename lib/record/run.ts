/** Why a run has no time: did not finish, off course, disqualified or did not start. */
export type NoTimeReason = 'DNF' | 'OFF' | 'DSQ' | 'DNS'

/**
 * One run. `raw` is the time of the clock in integer milliseconds, without penalties; `penalty` is one that is written
 * as a time, in ms.
 */
export type Run =
  | { readonly kind: 'not_run' }
  | {
      readonly kind: 'timed'
      readonly raw: number
      readonly cones: number
      readonly gates: number
      readonly penalty?: number
    }
  | { readonly kind: 'no_time'; readonly reason: NoTimeReason; readonly raw?: number }
  | { readonly kind: 'rerun'; readonly raw?: number }
  | { readonly kind: 'unreadable'; readonly text: string }

const timePattern = /^(?:(?:(\d{1,2}):)?(\d{1,3}):)?(\d{1,6})(?:[.,](\d{1,9}))?$/
/** Hours or hundredths: `01:00:00` can be either, and no run is counted with a guess. */
const ambiguousTime = /^\d{1,2}:\d{2}:\d{2}$/
/** In milliseconds. No run is shorter; a shorter time is a fraction of a day, or of something else. */
const shortestTime = 1000
const penaltyPattern = /^(\d{1,3})(?:\/(\d{1,3}))?$/
/** A penalty in seconds: `0:10.00` or `2.5`. A whole number is a count of cones. */
const penaltyTime = /^(?:\d{1,2}:\d{2}(?:[.,]\d+)?|\d{1,4}[.,]\d+)$/
const rerunPattern = /^(?:RRN|RR|RERUN)(?:\s*\d+)?$/

const noTimeReasons: ReadonlyMap<string, NoTimeReason> = new Map([
  ['DNF', 'DNF'],
  ['DN', 'DNF'],
  ['OFF', 'OFF'],
  ['DSQ', 'DSQ'],
  ['DQ', 'DSQ'],
  ['DNS', 'DNS'],
])

/**
 * Integer milliseconds of `40.516`, `39`, `103.769`, `1:43.769` or `1:02:03.4`, cut after the third decimal; undefined
 * for any other text. Behind a colon, minutes and seconds are below 60.
 */
export function parseTime(text: string): number | undefined {
  const match = timePattern.exec(text.trim())
  if (!match) return undefined
  const [, hours = '0', minutes = '0', seconds = '0', decimals = ''] = match
  if (match[1] !== undefined && Number(minutes) > 59) return undefined
  if (match[2] !== undefined && Number(seconds) > 59) return undefined
  const wholeSeconds = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
  return wholeSeconds * 1000 + Number(decimals.slice(0, 3).padEnd(3, '0'))
}

/** The notation of an event's times: `103.769` (autocross) or `1:43.769` and `1:09:02.656` (hillclimb, race). */
export type TimeFormat = 'seconds' | 'minutes'

/** Milliseconds as text with three decimals. Negative times begin with a minus sign (U+2212). */
export function formatTime(milliseconds: number, format: TimeFormat = 'seconds'): string {
  const sign = milliseconds < 0 ? '−' : ''
  const total = Math.abs(milliseconds)
  const decimals = String(total % 1000).padStart(3, '0')
  const seconds = Math.floor(total / 1000)
  if (format === 'seconds' || seconds < 60) return `${sign}${seconds}.${decimals}`
  const [minutes, rest] = [Math.floor(seconds / 60), String(seconds % 60).padStart(2, '0')]
  if (minutes < 60) return `${sign}${minutes}:${rest}.${decimals}`
  return `${sign}${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${rest}.${decimals}`
}

/**
 * Parses the notation of a run: `40.516`, `41.266+1` (cones), `50.001+1/2` (cones/gates), `61.078+0:10.00` (a time),
 * `61.078+DNF`, `DNF`, `39.9+RRN`, empty. `25.625+` is clean until its cones are entered. A time of zero is no run yet.
 * Never throws: any other text is `unreadable`, which counts as a run without time.
 */
export function parseRun(text: string): Run {
  const trimmed = text.trim()
  if (trimmed === '') return { kind: 'not_run' }
  const plus = trimmed.indexOf('+')
  const time = plus < 0 ? trimmed : trimmed.slice(0, plus).trim()
  const penalty = plus < 0 ? '' : trimmed.slice(plus + 1).trim()
  const raw = ambiguousTime.test(time) ? undefined : parseTime(time)
  if (raw === 0 && penalty === '' && /^[0:.,]+$/.test(time)) return { kind: 'not_run' }
  if (raw !== undefined && raw < shortestTime && !/^[0:.,]+$/.test(time)) return { kind: 'unreadable', text: trimmed }
  if (raw !== undefined) return withPenalty(raw, penalty, trimmed)
  const word = time === '' ? penalty : penalty === '' ? time : undefined
  return (word === undefined ? undefined : withoutTime(word.toUpperCase())) ?? { kind: 'unreadable', text: trimmed }
}

function withPenalty(raw: number, penalty: string, text: string): Run {
  if (penalty === '') return { kind: 'timed', raw, cones: 0, gates: 0 }
  const counted = penaltyPattern.exec(penalty)
  if (counted) return { kind: 'timed', raw, cones: Number(counted[1]), gates: Number(counted[2] ?? 0) }
  const seconds = penaltyTime.test(penalty) ? parseTime(penalty) : undefined
  if (seconds !== undefined) return { kind: 'timed', raw, cones: 0, gates: 0, penalty: seconds }
  const run = withoutTime(penalty.toUpperCase())
  return run ? { ...run, raw } : { kind: 'unreadable', text }
}

function withoutTime(word: string): { kind: 'no_time'; reason: NoTimeReason } | { kind: 'rerun' } | undefined {
  const reason = noTimeReasons.get(word)
  if (reason) return { kind: 'no_time', reason }
  return rerunPattern.test(word) ? { kind: 'rerun' } : undefined
}
