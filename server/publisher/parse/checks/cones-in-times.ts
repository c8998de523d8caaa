import type { Driver } from '../../../../lib/record/driver.ts'
import type { Event } from '../../../../lib/record/event.ts'
import { entryResult } from '../../../../lib/scoring/entry-result.ts'
import type { SourceWarning } from '../../../../lib/server-api/pipeline-state.ts'
import type { PublishedTimes } from './published-times.ts'

interface ConesInTimes {
  readonly warning: SourceWarning
  /** The entries for which it stands: their totals need no warning of their own. */
  readonly drivers: ReadonlySet<Driver>
}

/**
 * The one cause of many totals that differ: the times in the file hold the seconds of their cones already, and Paddock
 * adds them again. Undefined unless two entries or more differ in total, and each of them by its cones and gates alone.
 */
export function conesInTimes(all: readonly PublishedTimes[], event: Event): ConesInTimes | undefined {
  const withoutSeconds: Event = { ...event, penalties: { ...event.penalties, cone_seconds: 0, gate_seconds: 0 } }
  const differing = all.filter(({ total, result }) => {
    return total !== undefined && result.total !== undefined && total !== result.total && total !== result.indexed
  })
  if (differing.length < 2) return undefined
  const areHeld = differing.every(({ driver, total }) => entryResult(driver, withoutSeconds).total === total)
  if (!areHeld) return undefined
  const entries = `${differing.length} entries with cones or gates`
  return {
    warning: {
      code: 'cones_in_times',
      message: `The totals in the file of ${entries} are those of their runs without seconds for penalties: the times hold them already. Then write "penalties: { cone_seconds: 0, gate_seconds: 0 }" in event.yaml.`,
    },
    drivers: new Set(differing.map(({ driver }) => driver)),
  }
}
