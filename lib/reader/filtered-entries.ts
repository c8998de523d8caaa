import type { Driver } from '../record/driver.ts'
import { classKey } from '../scoring/class-code.ts'
import type { Standings } from '../standings/standings.ts'
import { type DriverSearch, searchWords } from '../table/search.ts'
import type { ViewChoice } from './view-state.ts'

/** The drivers that the reader chose by class and search. */
export type ShownDrivers = Pick<ReadonlySet<Driver>, 'has' | 'size'>

/** The drivers of the chosen class that the search finds. Without a search no driver is looked at. */
export function shownDrivers(
  { classes, by_name }: Standings,
  { classCode, search }: Pick<ViewChoice, 'classCode' | 'search'>,
  matches: DriverSearch,
): ShownDrivers {
  const chosen = classCode === '' ? classes : classes.filter(({ code }) => classKey(code) === classKey(classCode))
  const words = searchWords(search)
  if (words.length > 0) {
    const drivers = chosen.flatMap(({ entries }) => entries.map(({ driver }) => driver))
    return new Set(drivers.filter((driver) => matches(driver, words)))
  }
  const codes = classCode === '' ? undefined : new Set(chosen.map(({ code }) => code))
  return {
    size: chosen.reduce((size, { entries }) => size + entries.length, 0),
    has(driver) {
      const standing = by_name.get(driver.driver_name)
      return standing?.driver === driver && (codes === undefined || codes.has(standing.class_code))
    },
  }
}
