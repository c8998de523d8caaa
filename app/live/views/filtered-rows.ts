import type { FilteredEntries } from '../../../lib/reader/filtered-entries.ts'
import type { Standing } from '../../../lib/standings/standing.ts'
import type { Standings } from '../../../lib/standings/standings.ts'

/** The rows whose driver is in `shown`; `rows` itself when all drivers are. */
export function filteredRows(
  rows: readonly Standing[],
  shown: FilteredEntries,
  { by_name: all }: Standings,
): readonly Standing[] {
  return shown.size === all.size ? rows : rows.filter(({ driver }) => shown.has(driver))
}
