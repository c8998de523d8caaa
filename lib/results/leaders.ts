import type { Measure } from '../scoring/ranking.ts'
import type { ChangedRow } from '../standings/changed-row.ts'
import type { Standing } from '../standings/standing.ts'
import type { Fastest, OwnFastest } from './own-fastest.ts'

/** An entry with the fastest time of a course, and its runs with that time. */
interface Leader extends Fastest {
  readonly name: string
}

/** The entries with the fastest single run, course by course; empty for a course without a time. */
export type Leaders = readonly (readonly Leader[])[]

/** The entries that are compared, and the measure. */
export interface Contest {
  readonly measure: Measure
  /** Whether an entry takes part. It must not change while the record is the same. */
  readonly has: (standing: Standing) => boolean
  readonly fastestOf: (standing: Standing) => OwnFastest
}

/** The leaders of a contest among these entries. */
export function leadersOf(entries: readonly Standing[], contest: Contest): Leaders {
  let leaders: Leaders = []
  for (const standing of entries) leaders = withEntry(leaders, standing, contest)
  return leaders
}

/** Equals leadersOf(entries), but reads only the changed rows unless the record of a leader changed. */
export function updateLeaders(
  before: Leaders,
  changed: readonly ChangedRow[],
  entries: readonly Standing[],
  contest: Contest,
): Leaders {
  const leading = new Set(before.flat().map(({ name }) => name))
  if (changed.some((row) => row.before && leading.has(row.before.driver.driver_name)))
    return leadersOf(entries, contest)
  let leaders = before
  for (const { after } of changed) if (after) leaders = withEntry(leaders, after, contest)
  return leaders
}

/** The same object if the entry is not among the leaders. */
function withEntry(leaders: Leaders, standing: Standing, { measure, has, fastestOf }: Contest): Leaders {
  if (!has(standing)) return leaders
  const own = fastestOf(standing)
  let after = leaders
  for (let course = 0; course < own.courses; course += 1) {
    const [leader] = after[course] ?? []
    if (leader && own.isSlowerForSure(measure, course, leader.value)) continue
    const fastest = own.of(measure)[course]
    if (!fastest || (leader && fastest.value > leader.value)) continue
    const equals = leader?.value === fastest.value ? (after[course] ?? []) : []
    const courses = Array.from({ length: Math.max(after.length, course + 1) }, (_, index) => after[index] ?? [])
    courses[course] = [...equals, { name: standing.driver.driver_name, ...fastest }]
    after = courses
  }
  return after
}
