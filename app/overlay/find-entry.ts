import { displayName } from '../../lib/record/driver.ts'
import { foldText } from '../../lib/record/fold-text.ts'
import type { Standing } from '../../lib/standings/standing.ts'
import type { Standings } from '../../lib/standings/standings.ts'

/**
 * The entry with this driver_name, else the only one whose name reads so, whatever its case and accents: an operator
 * types it. Undefined for none, and for a name that several entries have.
 */
export function findEntry({ by_name }: Standings, name: string): Standing | undefined {
  const exact = by_name.get(name)
  if (exact) return exact
  const wanted = foldText(name)
  const found = [...by_name.values()].filter(({ driver }) =>
    [driver.driver_name, displayName(driver)].some((one) => foldText(one) === wanted),
  )
  return found.length === 1 ? found[0] : undefined
}
