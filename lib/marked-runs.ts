import { type ChangedRow, changedRows } from './changed-rows.ts'
import { classKey } from './class-code.ts'
import type { ClassStanding } from './class-standing.ts'
import { type Contest, type Leaders, leadersOf, updateLeaders } from './leaders.ts'
import type { Measure } from './ranking.ts'
import type { Standing } from './standing.ts'
import type { Standings } from './standings.ts'

/** What a run can be: the fastest time of the day, the fastest by the index, the fastest of its class. */
export type Mark = 'fastest' | 'fastest_indexed' | 'best_in_class'

/** One run that is marked; `course` and `run` count from 0. */
export interface MarkedRun {
  readonly course: number
  readonly run: number
  readonly marks: readonly Mark[]
}

/** The runs that are marked, by driver_name. */
export type MarksByName = ReadonlyMap<string, readonly MarkedRun[]>

/**
 * The fastest single runs with their penalties: of each course (or day) over all, by the index, and in each class in what it is
 * ranked by. Equally fast runs are all marked; entries without a place, and reruns, are not.
 *
 * Remembers the standings that it was asked for before, so that of the next ones only the records that changed are looked at; all
 * of a contest only when its leader has other runs.
 */
export function createMarkedRuns(): (standings: Standings) => MarksByName {
  let known: Known | undefined
  return (standings) => {
    if (known?.standings === standings) return known.marked
    known = known?.standings.event === standings.event ? followed(known, standings) : readAnew(standings)
    return known.marked
  }
}

interface Known {
  readonly standings: Standings
  readonly overall: Readonly<Record<'time' | 'indexed', Leaders>>
  /** By classKey. */
  readonly classes: ReadonlyMap<string, ClassLeaders>
  readonly marked: MarksByName
}

interface ClassLeaders {
  readonly measure: Measure
  readonly leaders: Leaders
}

function readAnew(standings: Standings): Known {
  const { raw, event } = standings
  const overall = {
    time: leadersOf(raw, overallContest('time', event)),
    indexed: leadersOf(raw, overallContest('indexed', event)),
  }
  const classes = standings.classes.map((one) => [classKey(one.code), ledAnew(one, event)] as const)
  return withMarks(standings, overall, new Map(classes), undefined)
}

function followed(before: Known, standings: Standings): Known {
  const { raw, event } = standings
  // Who is passed has another place, and the same runs as before.
  const changed = changedRows(before.standings, standings).filter((row) => row.before?.driver !== row.after?.driver)
  const inClass = byClass(changed)
  const overall = {
    time: updateLeaders(before.overall.time, changed, raw, overallContest('time', event)),
    indexed: updateLeaders(before.overall.indexed, changed, raw, overallContest('indexed', event)),
  }
  const classes = standings.classes.map((one) => {
    const key = classKey(one.code)
    const known = before.classes.get(key)
    const rows = inClass.get(key)
    if (known?.measure !== one.ranked_by) return [key, ledAnew(one, event)] as const
    if (!rows) return [key, known] as const
    const leaders = updateLeaders(known.leaders, rows, one.entries, classContest(one, event))
    return [key, leaders === known.leaders ? known : { measure: known.measure, leaders }] as const
  })
  return withMarks(standings, overall, new Map(classes), before)
}

function overallContest(measure: Measure, event: Standings['event']): Contest {
  const position = measure === 'time' ? 'raw_position' : 'pax_position'
  return { measure, event, has: (standing) => standing[position] !== undefined }
}

function classContest({ ranked_by }: ClassStanding, event: Standings['event']): Contest {
  return { measure: ranked_by, event, has: ({ class_position }) => class_position !== undefined }
}

function ledAnew(one: ClassStanding, event: Standings['event']): ClassLeaders {
  return { measure: one.ranked_by, leaders: leadersOf(one.entries, classContest(one, event)) }
}

/** What changed in each class; who changes classes left one and came to another. */
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

/** Marks are the very same as before while everywhere the same ones lead. */
function withMarks(
  standings: Standings,
  overall: Known['overall'],
  classes: Known['classes'],
  before: Known | undefined,
): Known {
  const sameClasses =
    classes.size === before?.classes.size && [...classes].every(([key, led]) => before.classes.get(key) === led)
  if (sameClasses && overall.time === before.overall.time && overall.indexed === before.overall.indexed) {
    return { standings, overall, classes, marked: before.marked }
  }
  const marked = new Map<string, MarkedRun[]>()
  mark('fastest', overall.time)
  mark('fastest_indexed', overall.indexed)
  for (const { leaders } of classes.values()) mark('best_in_class', leaders)
  return { standings, overall, classes, marked }

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
