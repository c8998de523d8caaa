import { type Driver, runsByCourse } from '../record/driver.ts'
import type { Event } from '../record/event.ts'
import { formatTime, parseRun } from '../record/run.ts'
import { classesByCode } from '../scoring/class-code.ts'
import { type EntryResult, entryResult } from '../scoring/entry-result.ts'
import { compareResults, type Measure, type Position } from '../scoring/ranking.ts'
import type { Standing } from '../standings/standing.ts'

/**
 * What an entry needs in its next run, without a cone, to be ahead of a place as things stand. Times in milliseconds.
 */
export interface Need {
  readonly rival: Standing
  readonly position: Position
  /**
   * The slowest run by the clock that is fast enough; undefined: any that counts, as when one more run alone decides.
   */
  readonly run: number | undefined
  /**
   * How much faster that is than its best run on that course so far, by the clock and with its cones; undefined: it has
   * none.
   */
  readonly improvement: number | undefined
}

/** Nobody drives faster than this, nor slower than that. Milliseconds. */
const fastest = 1000
const slowest = 3_600_000

/**
 * For every place ahead in its class, from the first on, what the entry needs. The next run is simulated by the event's
 * own rules (scoring, index, ties), so that it is right for each of them; a place that no run can reach is left out.
 * Empty when it has no run left, as far as the event says how many there are.
 */
export function needs(
  standing: Standing,
  classEntries: readonly Standing[],
  rankedBy: Measure,
  event: Event,
): readonly Need[] {
  if (standing.runs_left === 0) return []
  const simulation = simulateNextRun(standing, rankedBy, event)
  return rivalsAhead(standing, classEntries)
    .map((rival) => needFor(rival, simulation))
    .filter((need) => need !== undefined)
}

/** The last of the `needs`: what it takes for the nearest place ahead. Out of reach, so is every other one. */
export function nearestNeed(
  standing: Standing,
  classEntries: readonly Standing[],
  rankedBy: Measure,
  event: Event,
): Need | undefined {
  const nearest = rivalsAhead(standing, classEntries).at(-1)
  if (nearest === undefined || standing.runs_left === 0) return undefined
  return needFor(nearest, simulateNextRun(standing, rankedBy, event))
}

/**
 * Nobody behind can take the place any more, since none has a run left. False when the event does not say how many runs
 * there are, and for who has no place.
 */
export function isSafe(standing: Standing, classEntries: readonly Standing[]): boolean {
  const place = standing.class_position?.place
  if (place === undefined) return false
  const behind = classEntries.filter(
    ({ counts, class_position }) => counts && (class_position === undefined || class_position.place >= place),
  )
  return behind.every((entry) => entry === standing || entry.runs_left === 0)
}

interface Rival extends Standing {
  readonly class_position: Position
}

/** The first of every place ahead, best first: those who share a place are equals. */
function rivalsAhead(standing: Standing, classEntries: readonly Standing[]): readonly Rival[] {
  const own = standing.class_position?.place ?? Number.POSITIVE_INFINITY
  const places = new Map<number, Rival>()
  for (const rival of classEntries) {
    if (rival !== standing && hasPosition(rival) && rival.class_position.place < own) {
      if (!places.has(rival.class_position.place)) places.set(rival.class_position.place, rival)
    }
  }
  return [...places.values()]
}

function hasPosition(standing: Standing): standing is Rival {
  return standing.class_position !== undefined
}

/** What the next run of an entry would make of it. */
interface Simulation {
  /** The best so far on the course of that run. */
  readonly best: number | undefined
  /** Whether a run of so many milliseconds is enough to be ahead of a rival. */
  isAhead(time: number, rival: EntryResult): boolean
}

function simulateNextRun(standing: Standing, rankedBy: Measure, event: Event): Simulation {
  const course = nextCourse(standing, event)
  const classes = classesByCode(event)
  // Every search begins with the same halves.
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

function needFor(rival: Rival, simulation: Simulation): Need | undefined {
  const enough = slowestRunAhead(rival, simulation)
  if (enough === undefined) return undefined
  const run = enough < slowest ? enough : undefined
  const { best } = simulation
  const improvement = run === undefined || best === undefined ? undefined : best - run
  return { rival, position: rival.class_position, run, improvement }
}

/** The more time, the worse: the slowest run that is enough is found by halving. */
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

/** The record with one more run on a course: in the first place that is still empty, else behind the others. */
function withRun(driver: Driver, course: number, text: string): Driver {
  const courses = runsByCourse(driver).map((runs) => [...runs])
  while (courses.length <= course) courses.push([])
  const runs = courses[course] ?? []
  const empty = runs.findIndex((run) => parseRun(run).kind === 'not_run')
  runs[empty < 0 ? runs.length : empty] = text
  return { ...driver, runs: courses }
}

/** The course that is driven next: the first with a run to come; without a number of runs, the last that has any. */
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
