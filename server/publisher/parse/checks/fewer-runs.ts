import type { Driver } from '../../../../lib/record/driver.ts'
import type { SourceWarning } from '../../../../lib/server-api/pipeline-state.ts'
import { nameInMessage } from '../record/name-in-message.ts'

/** A correction concerns fewer entries, and a smaller share of them: with more, another day has begun. */
const manyEntries = 5
const manyShare = 0.3

interface Fewer {
  readonly driver: Driver
  readonly runs: number
  readonly most: number
}

/**
 * Warnings of entries with fewer runs than were published: one for each, or one for many at once. `mostRuns` is the
 * largest number that was published of each.
 */
export function fewerRuns(
  drivers: readonly Driver[],
  runsOf: (index: number) => number,
  mostRuns: ReadonlyMap<string, number>,
): readonly SourceWarning[] {
  const fewer = drivers.flatMap((driver, index): readonly Fewer[] => {
    const [runs, most] = [runsOf(index), mostRuns.get(driver.driver_name) ?? 0]
    return runs < most ? [{ driver, runs, most }] : []
  })
  const [first] = fewer
  if (!first || fewer.length <= manyEntries || fewer.length <= drivers.length * manyShare) return fewer.map(ofOne)
  const example = `${nameInMessage(first.driver)} with ${first.runs} of ${first.most}`
  const right = 'If another day has begun, that is right, and a restart of Paddock ends this warning.'
  const message = `${fewer.length} of ${drivers.length} entries have fewer runs than before, such as ${example}. ${right}`
  return [{ code: 'fewer_runs', message }]
}

function ofOne({ driver, runs, most }: Fewer): SourceWarning {
  const message = `${nameInMessage(driver)}: has ${runs} ${runs === 1 ? 'run' : 'runs'}; the file has had ${most}.`
  return { code: 'fewer_runs', message, driver_name: driver.driver_name }
}
