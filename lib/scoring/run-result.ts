import type { Event } from '../record/event.ts'
import { parseRun, type Run } from '../record/run.ts'

/** One run with its time and its part in the result. */
export interface RunResult {
  readonly text: string
  readonly run: Run
  /** Milliseconds with penalties; undefined for a run without time, a rerun and a run that is not driven yet. */
  readonly time: number | undefined
  /** Milliseconds without penalties; undefined where `time` is. */
  readonly raw_time: number | undefined
  /** It is a driven run, with or without time, and is not replaced by a rerun. */
  readonly counted: boolean
  /** The result includes it. */
  readonly best: boolean
}

/** A run with a time: it can be part of a result. */
export type TimedRun = RunResult & { readonly time: number; readonly raw_time: number }

export function hasTime(run: RunResult): run is TimedRun {
  return run.time !== undefined
}

/** One run by the event's penalties. */
export function runResult(text: string, { penalties }: Pick<Event, 'penalties'>): RunResult {
  const run = parseRun(text)
  const counted = run.kind !== 'not_run' && run.kind !== 'rerun'
  const { time, raw_time } = timesOf(run, penalties)
  return { text, run, time, raw_time, counted, best: false }
}

const noTime = { time: undefined, raw_time: undefined }

function timesOf(run: Run, penalties: Event['penalties']): Pick<RunResult, 'time' | 'raw_time'> {
  if (run.kind === 'timed') {
    const added =
      run.cones * inMilliseconds(penalties.cone_seconds) + run.gates * inMilliseconds(penalties.gate_seconds)
    return { time: run.raw + added + (run.penalty ?? 0), raw_time: run.raw }
  }
  if (run.kind === 'no_time' && (run.reason === 'DNF' || run.reason === 'OFF')) return unfinished(run.raw, penalties)
  return noTime
}

/**
 * The time that a club gives to a run without a finish: that of the clock and some seconds, at most a maximum. Without
 * a clock's time, or without such seconds, it is the maximum.
 */
function unfinished(raw: number | undefined, { dnf_seconds, dnf_maximum }: Event['penalties']) {
  const maximum = inMilliseconds(dnf_maximum ?? Number.POSITIVE_INFINITY)
  const time = Math.min(maximum, raw && dnf_seconds !== undefined ? raw + inMilliseconds(dnf_seconds) : maximum)
  return Number.isFinite(time) ? { time, raw_time: Math.min(raw || time, time) } : noTime
}

function inMilliseconds(seconds: number): number {
  return Math.round(seconds * 1000)
}
