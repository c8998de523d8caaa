import { applyChanges, type Changes, isUnchanged } from './diff.ts'
import { type Driver, type Drivers, sameDriver } from './driver.ts'
import { PlacedMap } from './placed-map.ts'

/**
 * What applyChanges makes of a list, for who follows it change by change. While nobody comes or leaves, which is nearly always,
 * the names are copied once, by the first changes, and shared from then on.
 */
export function followChanges(drivers: Drivers, changes: Changes): Drivers {
  if (isUnchanged(changes)) return drivers
  const { create, update, destroy } = changes
  const isKnown = (name: string) => drivers.has(name)
  const samePeople = !destroy.some(isKnown) && create.every(isKnown) && update.every((one) => isKnown(one.driver_name))
  if (!samePeople) return applyChanges(drivers, changes)
  const list = DriverList.of(drivers)
  const after = list.with(update)
  return after === list ? drivers : after
}

/**
 * The records that `after` has instead of those of `before`, where followChanges made it of that list while nobody came or left;
 * undefined where only comparing the two can tell. `before` may be anything that a list was read from.
 */
export function changedRecords(before: unknown, after: unknown): readonly Driver[] | undefined {
  return before instanceof DriverList && after instanceof DriverList ? after.changedFrom(before) : undefined
}

/** A list of drivers that shares its names with the ones before and after it. */
class DriverList extends PlacedMap<Driver> {
  readonly #places: ReadonlyMap<string, number>
  readonly #drivers: readonly Driver[]
  // Not the list before itself, which had one before it, too.
  readonly #identity = Symbol('list')
  readonly #before: symbol | undefined
  readonly #changed: readonly Driver[]

  private constructor(
    places: ReadonlyMap<string, number>,
    drivers: readonly Driver[],
    before?: symbol,
    changed: readonly Driver[] = [],
  ) {
    super(
      places,
      drivers,
      ({ driver_name }) => driver_name,
      () => drivers,
    )
    this.#places = places
    this.#drivers = drivers
    this.#before = before
    this.#changed = changed
  }

  /** What this list has instead of those records, if it was made of that list. */
  changedFrom(list: DriverList): readonly Driver[] | undefined {
    return this.#before === list.#identity ? this.#changed : undefined
  }

  /** The list itself, or one that says the same. */
  static of(drivers: Drivers): DriverList {
    if (drivers instanceof DriverList) return drivers
    const list = [...drivers.values()]
    return new DriverList(new Map(list.map(({ driver_name }, place) => [driver_name, place])), list)
  }

  /** The list with these records, whose names must all be in it. The list itself if it says all of that. */
  with(update: readonly Driver[]): DriverList {
    const drivers = this.#drivers.slice()
    const changed = new Map<number, Driver>()
    for (const driver of update) {
      const place = this.#places.get(driver.driver_name)
      const known = place === undefined ? undefined : drivers[place]
      if (place === undefined || known === undefined || sameDriver(known, driver)) continue
      drivers[place] = driver
      changed.set(place, driver)
    }
    return changed.size > 0 ? new DriverList(this.#places, drivers, this.#identity, [...changed.values()]) : this
  }
}
