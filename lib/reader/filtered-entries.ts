import type { Driver } from '../record/driver.ts'
import { classKey } from '../scoring/class-code.ts'
import type { Standings } from '../standings/standings.ts'
import { type DriverSearch, searchWords } from '../table/search.ts'
import type { ViewChoice } from './view-state.ts'

/** The entries of the chosen class that match the search, as a set of their records. */
export type FilteredEntries = Pick<ReadonlySet<Driver>, 'has' | 'size'>

/** Without a search, it reads no record: its cost does not depend on the length of the list. */
export function filterEntries(
  { classes, by_name }: Standings,
  { classCode, search }: Pick<ViewChoice, 'classCode' | 'search'>,
  matches: DriverSearch,
): FilteredEntries {
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
