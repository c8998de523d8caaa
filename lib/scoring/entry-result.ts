import { type Driver, runsByCourse } from '../record/driver.ts'
import type { Event, EventClass } from '../record/event.ts'
import { parseTime } from '../record/run.ts'
import { classesByCode, entryCounts } from './class-code.ts'
import { indexFactor } from './index-factor.ts'
import { fractionOf, impliedFactor, indexedTime } from './indexed-time.ts'
import { publishedScore, requiredIn } from './published-score.ts'
import { hasTime, type RunResult, runResult, type TimedRun } from './run-result.ts'
import type { Score } from './score.ts'
import { scoringLevels } from './scoring.ts'

/** The result of one entry, derived from its record alone. Times in ms; undefined: none. */
export interface EntryResult {
  readonly driver: Driver
  /** The runs of each course or day. */
  readonly runs: readonly (readonly RunResult[])[]
  /** The result by the event's scoring rule, with penalties. */
  readonly total: number | undefined
  /** The time of the same runs without penalties; of a published result, its total. */
  readonly raw_total: number | undefined
  readonly indexed: number | undefined
  readonly factor: number | undefined
  /** The number of runs, courses or laps in `total`; without a total, of courses on the way to one. */
  readonly completed: number
  readonly runs_done: number
  /** False: time only. The entry has times and takes no position. */
  readonly counts: boolean
  /** The result, then, if the event breaks ties, the scores that decide between equal results. */
  readonly scores: readonly Score[]
  /** Of equal results, the smaller one is ahead; Infinity: none is given. */
  readonly tie_order: number
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
  const published = publishedScore(driver, courses.flat(), factor, event)
  const driven = lacksCourses(made, event)
    ? []
    : scoresOf(levels, indexedLevels(levels, timed, counted, factor, event), factor, driver, event)
  const scores = published ? [published, ...driven.slice(1)] : driven
  return {
    driver,
    runs: courses.map((runs) => runs.map((run) => (hasTime(run) && made.includes(run) ? { ...run, best: true } : run))),
    total: scores[0]?.time,
    raw_total: published ? published.time : driven.length === 0 ? undefined : rawOf(made),
    indexed: scores[0]?.indexed,
    factor,
    completed: published ? published.completed : made.length,
    runs_done: counted,
    counts: entryCounts(driver, classes),
    scores,
    tie_order: typeof driver.tie_order === 'number' ? driver.tie_order : Number.POSITIVE_INFINITY,
  }
}

/** Whether a total must wait for the other courses or days. */
function lacksCourses(made: readonly TimedRun[], { scoring, required_courses = 0 }: Event): boolean {
  return scoring === 'sum_of_best' && made.length < required_courses
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
    runs.map((made) => ({ made, time: made.raw_time * factor + made.time - made.raw_time })),
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
    const completed = level === 0 ? Math.min(runs.length, requiredIn(event) ?? runs.length) : runs.length
    return { completed, time: timeOf(runs), indexed }
  })
}

function timeOf(runs: readonly TimedRun[]): number {
  return runs.reduce((total, run) => total + run.time, 0)
}

function rawOf(runs: readonly TimedRun[]): number {
  return runs.reduce((total, { raw_time }) => total + raw_time, 0)
}
