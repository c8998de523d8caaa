import type { FilteredEntries } from '../../../lib/reader/filtered-entries.ts'
import type { Standing } from '../../../lib/standings/standing.ts'
import type { Standings } from '../../../lib/standings/standings.ts'

/** The rows of those that are shown; the very same list where everybody is, which is nearly always. */
export function shownRows(
  rows: readonly Standing[],
  shown: FilteredEntries,
  { by_name: everybody }: Standings,
): readonly Standing[] {
  return shown.size === everybody.size ? rows : rows.filter(({ driver }) => shown.has(driver))
}
