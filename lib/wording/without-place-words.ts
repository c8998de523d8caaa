import { entryStatus, statusWords } from '../record/entry-status.ts'
import type { Standing } from '../standings/standing.ts'

/** Why an entry takes no place: `time only`, `disqualified`; undefined for one that does. */
export function withoutPlaceWords({ counts, driver }: Pick<Standing, 'counts' | 'driver'>): string | undefined {
  if (counts) return undefined
  const status = entryStatus(driver)
  return status === undefined ? 'time only' : statusWords[status]
}
