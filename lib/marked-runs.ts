import { type Fastest, type OwnFastest, ownFastest } from './own-fastest.ts'
import type { Measure } from './ranking.ts'
import type { Standings } from './standings.ts'

/** What a run can be: the fastest time of the day, the fastest by the index, the fastest of its class. */
export type Mark = 'fastest' | 'fastest_indexed' | 'best_in_class'

/** One run that is marked; `course` and `run` count from 0. */
export interface MarkedRun {
  readonly course: number
  readonly run: number
  readonly marks: readonly Mark[]
}

/**
 * The fastest single runs with their penalties, by driver_name: of each course (or day) over all, by the index, and in each class
 * in what it is ranked by. Equally fast runs are all marked; entries without a place, and reruns, are not.
 */
export function markedRuns({ classes, event }: Standings): ReadonlyMap<string, readonly MarkedRun[]> {
  const byTime = leadersBy('time')
  const byIndex = leadersBy('indexed')
  const byClass = classes.map(({ entries, ranked_by }) => {
    const inClass = leadersBy(ranked_by)
    for (const standing of entries) {
      const own = ownFastest(standing, event)
      const { driver_name: name } = standing.driver
      if (standing.raw_position) byTime.meet(name, own)
      if (standing.pax_position) byIndex.meet(name, own)
      if (standing.class_position) inClass.meet(name, own)
    }
    return inClass
  })

  const marked = new Map<string, MarkedRun[]>()
  mark('fastest', byTime)
  mark('fastest_indexed', byIndex)
  for (const inClass of byClass) mark('best_in_class', inClass)
  return marked

  function mark(kind: Mark, { courses }: Leaders): void {
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

interface Leader extends Fastest {
  readonly name: string
}

/** Course by course, those of the entries met so far whom none of them was faster than. */
interface Leaders {
  readonly courses: readonly (readonly Leader[])[]
  meet(name: string, own: OwnFastest): void
}

function leadersBy(measure: Measure): Leaders {
  const courses: Leader[][] = []
  function meet(name: string, own: OwnFastest): void {
    for (let course = 0; course < own.courses; course += 1) {
      const [leader] = courses[course] ?? []
      if (leader && own.isSlowerForSure(measure, course, leader.value)) continue
      const fastest = own.of(measure)[course]
      if (!fastest || (leader && fastest.value > leader.value)) continue
      const equals = leader?.value === fastest.value ? (courses[course] ?? []) : []
      courses[course] = [...equals, { name, ...fastest }]
    }
  }
  // A course that nobody has a time on leaves a hole.
  return {
    get courses() {
      return Array.from(courses, (leaders) => leaders ?? [])
    },
    meet,
  }
}
