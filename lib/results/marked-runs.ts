import { reuseIfDeepEqual } from '../list/reuse-if-equal.ts'
import type { Event } from '../record/event.ts'
import { classKey } from '../scoring/class-code.ts'
import type { Measure } from '../scoring/ranking.ts'
import type { ChangedRow } from '../standings/changed-row.ts'
import type { ClassStanding } from '../standings/class-standing.ts'
import type { StandingsStep } from '../standings/create-standings.ts'
import type { Standing } from '../standings/standing.ts'
import { type Contest, type Leaders, leadersOf, updateLeaders } from './leaders.ts'
import { type OwnFastest, ownFastest } from './own-fastest.ts'

/** The fastest run of a course by time, by indexed time, or in its class. */
export type Mark = 'fastest' | 'fastest_indexed' | 'best_in_class'

/** One run that is marked; `course` and `run` count from 0. */
export interface MarkedRun {
  readonly course: number
  readonly run: number
  readonly marks: readonly Mark[]
}

/** The marked runs by driver_name. */
export type MarksByName = ReadonlyMap<string, readonly MarkedRun[]>

interface ClassLeaders {
  readonly measure: Measure
  readonly leaders: Leaders
}

/**
 * Returns a function that takes every step of a standings builder. The fastest single runs of each course, penalties
 * included, are marked, equal ones all; entries without a position, and reruns, never. Equal marks keep their identity.
 */
export function createMarkedRuns(event: Event): (step: StandingsStep) => MarksByName {
  const fastest = new Map<string, OwnFastest>()
  let overall: Readonly<Record<Measure, Leaders>> = { time: [], indexed: [] }
  let classes: ReadonlyMap<string, ClassLeaders> = new Map()
  let marked: MarksByName = new Map()

  function fastestOf(standing: Standing): OwnFastest {
    const name = standing.driver.driver_name
    const own = fastest.get(name) ?? ownFastest(standing, event)
    fastest.set(name, own)
    return own
  }

  function overallContest(measure: Measure): Contest {
    const position = measure === 'time' ? 'raw_position' : 'pax_position'
    return { measure, fastestOf, has: (standing) => standing[position] !== undefined }
  }

  function leadersOfClass({ code, ranked_by: measure, entries }: ClassStanding, rows: readonly ChangedRow[]) {
    const known = classes.get(classKey(code))
    const contest = { measure, fastestOf, has: ({ class_position }: Standing) => class_position !== undefined }
    if (known?.measure !== measure) return { measure, leaders: leadersOf(entries, contest) }
    const leaders = updateLeaders(known.leaders, rows, entries, contest)
    return leaders === known.leaders ? known : { measure, leaders }
  }

  return ({ standings, changed }) => {
    // A row with the same record has the same runs.
    const records = changed.filter((row) => row.before?.driver !== row.after?.driver)
    for (const { before } of records) if (before) fastest.delete(before.driver.driver_name)
    const inClass = byClass(records)
    const nextOverall = {
      time: updateLeaders(overall.time, records, standings.raw, overallContest('time')),
      indexed: updateLeaders(overall.indexed, records, standings.raw, overallContest('indexed')),
    }
    const nextClasses = new Map(
      standings.classes.map((one) => {
        const key = classKey(one.code)
        return [key, leadersOfClass(one, inClass.get(key) ?? [])] as const
      }),
    )
    const sameClasses =
      classes.size === nextClasses.size && [...nextClasses].every(([key, led]) => classes.get(key) === led)
    const isSame = sameClasses && overall.time === nextOverall.time && overall.indexed === nextOverall.indexed
    overall = nextOverall
    classes = nextClasses
    if (!isSame) marked = marksOf(overall, classes, marked)
    return marked
  }
}

/** The changed rows by classKey. An entry with a new class is removed from the old one and added to the new one. */
function byClass(changed: readonly ChangedRow[]): ReadonlyMap<string, readonly ChangedRow[]> {
  const rows = new Map<string, ChangedRow[]>()
  const add = (standing: Standing | undefined, row: ChangedRow) => {
    if (!standing) return
    const key = classKey(standing.class_code)
    const known = rows.get(key)
    if (known) known.push(row)
    else rows.set(key, [row])
  }
  for (const row of changed) {
    const { before, after } = row
    if (before && after && classKey(before.class_code) === classKey(after.class_code)) add(after, row)
    else {
      add(before, { before, after: undefined })
      add(after, { before: undefined, after })
    }
  }
  return rows
}

function marksOf(
  overall: Readonly<Record<Measure, Leaders>>,
  classes: ReadonlyMap<string, ClassLeaders>,
  before: MarksByName,
): MarksByName {
  const marked = new Map<string, MarkedRun[]>()
  mark('fastest', overall.time)
  mark('fastest_indexed', overall.indexed)
  for (const { leaders } of classes.values()) mark('best_in_class', leaders)
  return new Map(Array.from(marked, ([name, runs]) => [name, reuseIfDeepEqual(before.get(name), runs)]))

  function mark(kind: Mark, courses: Leaders): void {
    courses.forEach((leaders, course) => {
      for (const { name, runs } of leaders) {
        const own = marked.get(name) ?? []
        marked.set(name, own)
        for (const run of runs) {
          const at = own.findIndex((one) => one.course === course && one.run === run)
          if (at < 0) own.push({ course, run, marks: [kind] })
          else own[at] = { course, run, marks: [...(own[at]?.marks ?? []), kind] }
        }
      }
    })
  }
}
