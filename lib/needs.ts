import { type Driver, runsByCourse } from './driver.ts'
import { type EntryResult, entryResult } from './entry-result.ts'
import type { Event } from './event.ts'
import { type Measure, type Position, rank } from './ranking.ts'
import { formatTime, parseRun } from './run.ts'
import type { Standing } from './standing.ts'

/** What an entry needs in its next run, without a cone, to be ahead of a place as things stand. Times in milliseconds. */
export interface Need {
  readonly rival: Standing
  readonly position: Position
  /** The slowest run by the clock that is fast enough; undefined: any that counts, as when one more run alone decides. */
  readonly run: number | undefined
  /** How much faster that is than its best run on that course so far, by the clock and with its cones; undefined: it has none. */
  readonly improvement: number | undefined
}

/** Nobody drives faster than this, nor slower than that. Milliseconds. */
const fastest = 1000
const slowest = 3_600_000

/**
 * For every place ahead in its class, from the first on, what the entry needs. The next run is simulated by the event's own
 * rules (scoring, index, ties), so that it is right for each of them; a place that no run can reach is left out. Empty when it
 * has no run left, as far as the event says how many there are. With `most`, only the places nearest to its own.
 */
export function needs(
  standing: Standing,
  classEntries: readonly Standing[],
  rankedBy: Measure,
  event: Event,
  most = Number.POSITIVE_INFINITY,
): readonly Need[] {
  if (standing.runs_left === 0) return []
  const course = nextCourse(standing, event)
  const best = bestOn(standing, course)
  const wanted = placesAhead(standing, classEntries)
  return wanted.slice(Math.max(0, wanted.length - most)).flatMap(({ rival, position }): Need[] => {
    const enough = slowestRunAhead(standing.driver, course, rival, rankedBy, event)
    if (enough === undefined) return []
    const run = enough < slowest ? enough : undefined
    const improvement = run === undefined || best === undefined ? undefined : best - run
    return [{ rival, position, run, improvement }]
  })
}

/** Of every place ahead one who has it, from the first on. */
function placesAhead(
  standing: Standing,
  classEntries: readonly Standing[],
): readonly Pick<Need, 'rival' | 'position'>[] {
  const own = standing.class_position?.place ?? Number.POSITIVE_INFINITY
  const places = new Map<number, Pick<Need, 'rival' | 'position'>>()
  for (const rival of classEntries) {
    const position = rival.class_position
    if (rival === standing || !position || position.place >= own || places.has(position.place)) continue
    places.set(position.place, { rival, position })
  }
  return [...places.values()]
}

/**
 * Nobody behind can take the place any more, since none has a run left. False when the event does not say how many runs there
 * are, and for who has no place.
 */
export function isSafe(standing: Standing, classEntries: readonly Standing[]): boolean {
  const place = standing.class_position?.place
  if (place === undefined) return false
  const behind = classEntries.filter(
    ({ class_position }) => class_position === undefined || class_position.place >= place,
  )
  return behind.every((entry) => entry === standing || entry.runs_left === 0)
}

/** The more time, the worse: the slowest run that is enough is found by halving. */
function slowestRunAhead(
  driver: Driver,
  course: number,
  rival: EntryResult,
  rankedBy: Measure,
  event: Event,
): number | undefined {
  const isAhead = (time: number) => {
    const [first, second] = rank([entryResult(withRun(driver, course, formatTime(time)), event), rival], rankedBy)
    return first?.entry !== rival && first?.position !== undefined && first.position.place !== second?.position?.place
  }
  if (!isAhead(fastest)) return undefined
  if (isAhead(slowest)) return slowest
  let [enough, tooSlow] = [fastest, slowest]
  while (tooSlow - enough > 1) {
    const middle = Math.floor((enough + tooSlow) / 2)
    if (isAhead(middle)) enough = middle
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
