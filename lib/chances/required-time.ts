import { type Driver, runsByCourse } from '../record/driver.ts'
import type { Event } from '../record/event.ts'
import { formatTime, parseRun } from '../record/run.ts'
import { classesByCode } from '../scoring/class-code.ts'
import { type EntryResult, entryResult } from '../scoring/entry-result.ts'
import { compareResults, type Measure, type Position } from '../scoring/ranking.ts'
import type { Standing } from '../standings/standing.ts'

/** The time of a clean next run that moves an entry ahead of a position, if no other entry runs before. Times in ms. */
export interface RequiredTime {
  readonly rival: Standing
  readonly position: Position
  /** The raw time of the slowest run that is enough; undefined: any timed run is, as when one more run decides. */
  readonly run: number | undefined
  /** By how much that is less than its best time on the course so far, penalties included; undefined: it has none. */
  readonly improvement: number | undefined
}

/** The limits of the search, in ms: no run is faster or slower. */
const fastest = 1000
const slowest = 3_600_000

/**
 * The required time for every position ahead in the class that one run can reach, best first. Simulates the next run
 * by the event's scoring, index and ties. Empty when the entry has no run left.
 */
export function requiredTimes(
  standing: Standing,
  classEntries: readonly Standing[],
  rankedBy: Measure,
  event: Event,
): readonly RequiredTime[] {
  if (standing.runs_left === 0) return []
  const simulation = simulateNextRun(standing, rankedBy, event)
  return rivalsAhead(standing, classEntries)
    .map((rival) => requiredTimeFor(rival, simulation))
    .filter((required) => required !== undefined)
}

/** The last of the `requiredTimes`, but undefined if the nearest position is out of reach: then all others are too. */
export function nearestRequiredTime(
  standing: Standing,
  classEntries: readonly Standing[],
  rankedBy: Measure,
  event: Event,
): RequiredTime | undefined {
  const nearest = rivalsAhead(standing, classEntries).at(-1)
  if (nearest === undefined || standing.runs_left === 0) return undefined
  return requiredTimeFor(nearest, simulateNextRun(standing, rankedBy, event))
}

/**
 * Whether no other entry at or behind the position has a run left, so that none can take it. Without a number of runs,
 * all others have runs left. False for an entry without a position.
 */
export function isSafe(standing: Standing, classEntries: readonly Standing[]): boolean {
  const own = standing.class_position?.place
  if (own === undefined) return false
  const behind = classEntries.filter(
    ({ counts, class_position }) => counts && (class_position === undefined || class_position.place >= own),
  )
  return behind.every((entry) => entry === standing || entry.runs_left === 0)
}

interface Rival extends Standing {
  readonly class_position: Position
}

/** One entry for every position ahead, best first: entries that share a position have equal results. */
function rivalsAhead(standing: Standing, classEntries: readonly Standing[]): readonly Rival[] {
  const own = standing.class_position?.place ?? Number.POSITIVE_INFINITY
  const rivals = new Map<number, Rival>()
  for (const rival of classEntries) {
    if (rival !== standing && hasPosition(rival) && rival.class_position.place < own) {
      if (!rivals.has(rival.class_position.place)) rivals.set(rival.class_position.place, rival)
    }
  }
  return [...rivals.values()]
}

function hasPosition(standing: Standing): standing is Rival {
  return standing.class_position !== undefined
}

/** The next run of an entry, simulated. */
interface Simulation {
  /** The entry's best time so far on the course of that run. */
  readonly best: number | undefined
  /** Whether a clean run of `time` ms moves the entry ahead of a rival. */
  isAhead(time: number, rival: EntryResult): boolean
}

function simulateNextRun(standing: Standing, rankedBy: Measure, event: Event): Simulation {
  const course = nextCourse(standing, event)
  const classes = classesByCode(event)
  // Searches for several rivals try the same times at first.
  const results = new Map<number, EntryResult>()
  return {
    best: bestOn(standing, course),
    isAhead(time, rival) {
      const result =
        results.get(time) ?? entryResult(withRun(standing.driver, course, formatTime(time)), event, classes)
      results.set(time, result)
      return compareResults(result, rival, rankedBy) < 0
    },
  }
}

function requiredTimeFor(rival: Rival, simulation: Simulation): RequiredTime | undefined {
  const enough = slowestRunAhead(rival, simulation)
  if (enough === undefined) return undefined
  const run = enough < slowest ? enough : undefined
  const { best } = simulation
  const improvement = run === undefined || best === undefined ? undefined : best - run
  return { rival, position: rival.class_position, run, improvement }
}

/** A longer time never gives a better result, so a binary search finds the longest that is enough. */
function slowestRunAhead(rival: EntryResult, { isAhead }: Simulation): number | undefined {
  if (!isAhead(fastest, rival)) return undefined
  if (isAhead(slowest, rival)) return slowest
  let [enough, tooSlow] = [fastest, slowest]
  while (tooSlow - enough > 1) {
    const middle = Math.floor((enough + tooSlow) / 2)
    if (isAhead(middle, rival)) enough = middle
    else tooSlow = middle
  }
  return enough
}

/** The record with one more run on a course: in the first empty run, else after the last one. */
function withRun(driver: Driver, course: number, text: string): Driver {
  const courses = runsByCourse(driver).map((runs) => [...runs])
  while (courses.length <= course) courses.push([])
  const runs = courses[course] ?? []
  const empty = runs.findIndex((run) => parseRun(run).kind === 'not_run')
  runs[empty < 0 ? runs.length : empty] = text
  return { ...driver, runs: courses }
}

/** The index of the course that is driven next: the first with runs left; without a number of runs, the last one. */
function nextCourse({ runs }: Standing, { runs_per_entry: perCourse }: Event): number {
  const last = Math.max(0, runs.length - 1)
  if (perCourse === undefined) return last
  const open = runs.findIndex((course) => course.filter(({ counted }) => counted).length < perCourse)
  return open < 0 ? last : open
}

function bestOn({ runs }: Standing, course: number): number | undefined {
  const times = (runs[course] ?? []).flatMap(({ time }) => (time === undefined ? [] : [time]))
  return times.length === 0 ? undefined : Math.min(...times)
}
