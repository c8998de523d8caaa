import { classKey } from './class-code.ts'
import type { Driver } from './driver.ts'
import { matchesSearch } from './search.ts'
import type { Standings } from './standings.ts'
import type { ViewChoice } from './view-choice.ts'

/** The drivers of the class that was chosen whom the search finds. */
export function shownDrivers(
  { classes }: Standings,
  { classCode, search }: Pick<ViewChoice, 'classCode' | 'search'>,
): ReadonlySet<Driver> {
  const chosen = classes.filter(({ code }) => classCode === '' || classKey(code) === classKey(classCode))
  const drivers = chosen.flatMap(({ entries }) => entries.map(({ driver }) => driver))
  return new Set(drivers.filter((driver) => matchesSearch(driver, search)))
}
