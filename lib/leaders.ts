import type { ChangedRow } from './changed-rows.ts'
import type { Event } from './event.ts'
import { type Fastest, ownFastest } from './own-fastest.ts'
import type { Measure } from './ranking.ts'
import type { Standing } from './standing.ts'

/** One whom nobody was faster than, with the runs that are as fast as that. */
interface Leader extends Fastest {
  readonly name: string
}

/** Of some entries, course by course, those with the fastest single run; on a course without a time nobody. */
export type Leaders = readonly (readonly Leader[])[]

/** Whose runs are compared, and in what. */
export interface Contest {
  readonly measure: Measure
  readonly event: Event
  /** Whether an entry takes part; that of a record never changes. */
  readonly has: (standing: Standing) => boolean
}

/** The leaders of a contest among these entries. */
export function leadersOf(entries: readonly Standing[], contest: Contest): Leaders {
  let leaders: Leaders = []
  for (const standing of entries) leaders = withEntry(leaders, standing, contest)
  return leaders
}

/**
 * The leaders after some records changed, which is leadersOf the entries as they are now: worked out from those before unless
 * one of them has other runs now, or none.
 */
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

/** The very same leaders if the entry is none of them. */
function withEntry(leaders: Leaders, standing: Standing, { measure, event, has }: Contest): Leaders {
  if (!has(standing)) return leaders
  const own = ownFastest(standing, event)
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
