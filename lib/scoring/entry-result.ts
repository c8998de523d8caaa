import { type Driver, runsByCourse } from '../record/driver.ts'
import type { Event, EventClass } from '../record/event.ts'
import { parseRun, parseTime, type Run } from '../record/run.ts'
import { classesByCode, entryCounts } from './class-code.ts'
import { indexFactor } from './index-factor.ts'
import { fractionOf, impliedFactor, indexedTime } from './indexed-time.ts'
import { scoringLevels } from './scoring.ts'

/** One run with its time and its part in the result. */
export interface RunResult {
  readonly text: string
  readonly run: Run
  /** Milliseconds with penalties; undefined for a run without time, a rerun and a run that is not driven yet. */
  readonly time: number | undefined
  /** It is a driven run, with or without time, and is not replaced by a rerun. */
  readonly counted: boolean
  /** The result includes it. */
  readonly best: boolean
}

/**
 * One level of comparison: the number of runs (courses, laps) and their total time, also indexed, in ms. If the index
 * multiplies raw times only, penalties weigh more, and the indexed time can be that of other runs.
 */
export interface Score {
  readonly completed: number
  readonly time: number
  readonly indexed: number | undefined
}

/** The result of one entry, derived from its record alone. Times in ms; undefined: none. */
export interface EntryResult {
  readonly driver: Driver
  /** The runs of each course or day. */
  readonly runs: readonly (readonly RunResult[])[]
  /** The result by the event's scoring rule, with penalties. */
  readonly total: number | undefined
  /** The time of the same runs without penalties. */
  readonly raw_total: number | undefined
  readonly indexed: number | undefined
  readonly factor: number | undefined
  /** The number of runs, courses or laps in `total`. */
  readonly completed: number
  readonly runs_done: number
  /** False: time only. The entry has times and takes no position. */
  readonly counts: boolean
  /** The result, then, if the event breaks ties, the scores that decide between equal results. */
  readonly scores: readonly Score[]
}

interface TimedRun extends RunResult {
  readonly run: Extract<Run, { kind: 'timed' }>
  readonly time: number
}

/** The result of one entry. Pass `classes` for many entries: by default each call collects them. */
export function entryResult(
  driver: Driver,
  event: Event,
  classes: ReadonlyMap<string, EventClass> = classesByCode(event),
): EntryResult {
  const courses = runsByCourse(driver).map((runs) => runs.map((text) => runResult(text, event)))
  const timed = courses.map((runs) => runs.filter(hasTime))
  const counted = courses.reduce((total, runs) => total + runs.filter((run) => run.counted).length, 0)
  const levels = scoringLevels(timed, counted, event)
  const [made = []] = levels
  const factor = indexFactor(driver, classes)
  const scores = scoresOf(levels, indexedLevels(levels, timed, counted, factor, event), factor, driver, event)
  return {
    driver,
    runs: courses.map((runs) => runs.map((run) => (hasTime(run) && made.includes(run) ? { ...run, best: true } : run))),
    total: scores[0]?.time,
    raw_total: made.length === 0 ? undefined : rawOf(made),
    indexed: scores[0]?.indexed,
    factor,
    completed: made.length,
    runs_done: counted,
    counts: entryCounts(driver, classes),
    scores,
  }
}

function runResult(text: string, { penalties }: Event): RunResult {
  const run = parseRun(text)
  const counted = run.kind !== 'not_run' && run.kind !== 'rerun'
  if (run.kind !== 'timed') return { text, run, time: undefined, counted, best: false }
  const cones = run.cones * Math.round(penalties.cone_seconds * 1000)
  const gates = run.gates * Math.round(penalties.gate_seconds * 1000)
  return { text, run, time: run.raw + cones + gates + (run.penalty ?? 0), counted, best: false }
}

function hasTime(run: RunResult): run is TimedRun {
  return run.run.kind === 'timed'
}

/** The runs of the indexed result, level by level like `levels`. */
function indexedLevels(
  levels: readonly (readonly TimedRun[])[],
  timed: readonly (readonly TimedRun[])[],
  counted: number,
  factor: number | undefined,
  event: Event,
): readonly (readonly TimedRun[])[] {
  if (event.index_applies_to === 'total' || factor === undefined) return levels
  const weighed = timed.map((runs) =>
    runs.map((made) => ({ made, time: made.run.raw * factor + made.time - made.run.raw })),
  )
  return scoringLevels(weighed, counted, event).map((runs) => runs.map(({ made }) => made))
}

/** A published indexed time is that of the result. Tie-breaking scores use the factor, or the one that it implies. */
function scoresOf(
  levels: readonly (readonly TimedRun[])[],
  indexedLevels: readonly (readonly TimedRun[])[],
  factor: number | undefined,
  driver: Driver,
  event: Event,
): Score[] {
  const published = parseTime(driver.published_indexed ?? '') || undefined
  let exact = factor === undefined ? undefined : fractionOf(factor)
  return levels.map((runs, level) => {
    const indexedRuns = indexedLevels[level] ?? runs
    const raw = rawOf(indexedRuns)
    const penalties = timeOf(indexedRuns) - raw
    const own = level === 0 ? published : undefined
    if (own !== undefined) exact ??= impliedFactor(own, raw, penalties, event)
    const indexed = own ?? (exact && indexedTime(raw, penalties, exact, event))
    return { completed: runs.length, time: timeOf(runs), indexed }
  })
}

function timeOf(runs: readonly TimedRun[]): number {
  return runs.reduce((total, run) => total + run.time, 0)
}

function rawOf(runs: readonly TimedRun[]): number {
  return runs.reduce((total, { run }) => total + run.raw, 0)
}
