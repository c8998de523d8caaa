import type { Changes } from '../../lib/list/diff.ts'
import type { Driver, Drivers } from '../../lib/record/driver.ts'
import { runsDone } from './parse/checks/source-checks.ts'

/** For each driver of one version, the largest number of runs that was ever published. */
export interface RunsSeen {
  readonly version: number
  readonly most: ReadonlyMap<string, number>
}

/** A list that was published: `changes` turned version `base` into `version`, and `drivers` is the result. */
export interface PublishedChanges {
  readonly base: number
  readonly version: number
  readonly changes: Changes
  readonly drivers: Drivers
}

/** Counts the runs of changed drivers only, or of all drivers when version `base` was not counted. */
export function countRuns(seen: RunsSeen | undefined, { base, version, changes, drivers }: PublishedChanges): RunsSeen {
  const countOf = (driver: Driver): [string, number] => {
    return [driver.driver_name, Math.max(runsDone(driver), seen?.most.get(driver.driver_name) ?? 0)]
  }
  if (seen?.version !== base) return { version, most: new Map(Array.from(drivers.values(), countOf)) }
  if (changes.update.length === 0 && changes.destroy.length === 0) return { version, most: seen.most }
  const most = new Map(seen.most)
  for (const name of changes.destroy) most.delete(name)
  for (const driver of changes.update) most.set(...countOf(driver))
  return { version, most }
}
