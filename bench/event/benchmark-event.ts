import { checksumOf, formatChecksum } from '../../lib/list/checksum.ts'
import { byName, type Driver } from '../../lib/record/driver.ts'
import { afterNextRun, madeUpDrivers } from '../../testing/event/made-up-drivers.ts'
import { seededRandom } from '../../testing/seeded-random.ts'

/** The list that every client must have in the end. */
export interface ListTruth {
  readonly count: number
  readonly checksum: string
}

/** An event whose list changes: equal sizes and equal calls give equal lists, in every process. */
export interface BenchmarkEvent {
  /** The number of revisions so far; the first list is the first. */
  revision(): number
  drivers(): readonly Driver[]
  /** One more run of each of so many drivers; returns their new records. */
  next(changed: number): readonly Driver[]
  truth(): ListTruth
}

const colors = ['Red', 'Blue', 'White', 'Silver', 'Black', 'Yellow', 'Orange', 'Green']
const towns = ['Lincoln, NE', 'Portland, OR', 'Des Moines, IA', 'San Diego, CA', 'Toledo, OH', 'Austin, TX', 'Peru, IN']

/** The number of classes of an event with so many entries. */
export function classesOf(size: number): number {
  return Math.min(80, Math.ceil(size / 6))
}

export function createBenchmarkEvent(size: number): BenchmarkEvent {
  const random = seededRandom(size + 7)
  const drivers = madeUpDrivers(size, classesOf(size)).map((driver, index) => ({
    ...driver,
    color: colors[index % colors.length] ?? '',
    hometown: towns[index % towns.length] ?? '',
  })) as Driver[]
  let revision = 1
  return {
    revision: () => revision,
    drivers: () => drivers,
    next(changed) {
      const chosen = new Set<number>()
      while (chosen.size < Math.min(changed, size)) chosen.add(Math.floor(random() * size))
      revision += 1
      return [...chosen].map((index) => {
        const driver = afterNextRun(drivers[index] as Driver, random)
        drivers[index] = driver
        return driver
      })
    },
    truth: () => listTruth(drivers),
  }
}

function listTruth(drivers: readonly Driver[]): ListTruth {
  return { count: drivers.length, checksum: formatChecksum(checksumOf(byName(drivers))) }
}
