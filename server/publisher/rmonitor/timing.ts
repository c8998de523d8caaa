import { maximumRuns } from '../../../lib/record/driver-schema.ts'
import { formatTime } from '../../../lib/record/run.ts'
import { type Lap, lapsOf, noResult } from './result.ts'
import type { Names, Session } from './session.ts'

/** What a template reads of one competitor. Texts are empty, and numbers undefined, where nothing is known. */
export interface TimedEntry {
  /** The registration number, by which the feed knows the competitor. */
  readonly id: string
  readonly name: string
  readonly first_name: string
  readonly last_name: string
  readonly number: string
  /** The name of the class, or its number. */
  readonly class: string
  readonly transponder: string
  readonly nationality: string
  /** The additional text of $COMP: a car, a sponsor, a club. */
  readonly additional: string
  /** In the race, and by best lap. */
  readonly position: number | undefined
  readonly best_position: number | undefined
  readonly laps: number | undefined
  readonly total_time: string
  readonly best_lap: string
  readonly last_lap: string
  /** Laps by their number, in the run notation; a lap that was missed is empty. Of many, the last ones. */
  readonly runs: readonly string[]
}

/** What a template reads of a feed. It has no clock: that would be a change every second. */
export interface Timing {
  readonly session: {
    readonly name: string
    readonly track: string
    readonly flag: string
    /** Undefined in a run that ends by time. */
    readonly laps_to_go: number | undefined
  }
  /** By position, then in the order in which they were named. */
  readonly entries: readonly TimedEntry[]
}

/** What a session says now. After a reset, everybody who is known, until somebody is named again. */
export function timingOf({ names, present, classes, results, track, run, clock }: Session): Timing {
  const ids = present.size > 0 ? [...present] : [...names.keys()]
  const entries = ids.map((id) => entryOf(id, names.get(id) ?? {}, results.get(id) ?? noResult, classes))
  const last = Number.POSITIVE_INFINITY
  return {
    session: { name: run?.name ?? '', track, flag: clock.flag, laps_to_go: clock.lapsToGo },
    entries: entries.sort((a, b) => (a.position ?? last) - (b.position ?? last) || 0),
  }
}

function entryOf(
  id: string,
  { A: entered, COMP: competing }: Names,
  result: typeof noResult,
  classes: Session['classes'],
): TimedEntry {
  const text = (field: keyof NonNullable<Names['A']>) => competing?.[field] || entered?.[field] || ''
  const laps = lapsOf(result)
  const best = result.best?.time ?? fastest(laps)
  const [firstName, lastName] = [text('firstName'), text('lastName')]
  return {
    id,
    name: `${firstName} ${lastName}`.trim(),
    first_name: firstName,
    last_name: lastName,
    number: text('number') || id,
    class: classes.get(text('classId')) || text('classId'),
    transponder: text('transponder'),
    nationality: text('nationality'),
    additional: text('additional'),
    position: result.position || undefined,
    best_position: result.bestPosition || undefined,
    laps: result.total === undefined && result.laps === 0 ? laps.at(-1)?.number : result.laps,
    total_time: timeText(result.total),
    best_lap: timeText(best),
    last_lap: timeText(laps.at(-1)?.time),
    runs: runsOf(laps),
  }
}

/** Of more laps than a record holds: the fastest, then the last ones. */
function runsOf(laps: readonly Lap[]): readonly string[] {
  const runs: string[] = Array.from({ length: laps.at(-1)?.number ?? 0 }, () => '')
  for (const { number, time, isDeleted } of laps)
    runs[number - 1] = isDeleted ? `${formatTime(time)}+DSQ` : formatTime(time)
  if (runs.length <= maximumRuns) return runs
  const kept = runs.slice(-maximumRuns)
  const best = timeText(fastest(laps))
  return kept.includes(best) ? kept : [best, ...kept.slice(1)]
}

function fastest(laps: readonly Lap[]): number | undefined {
  const times = laps.filter(({ isDeleted }) => !isDeleted).map(({ time }) => time)
  return times.length === 0 ? undefined : Math.min(...times)
}

function timeText(milliseconds: number | undefined): string {
  return milliseconds === undefined ? '' : formatTime(milliseconds)
}
