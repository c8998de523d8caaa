import { type Driver, type Drivers, sameDriver } from '../record/driver.ts'
import { SharedKeyMap } from './shared-key-map.ts'

/** What turns one list into another. `update` holds the whole record of every driver that was created or changed. */
export interface Changes {
  readonly create: readonly string[]
  readonly update: readonly Driver[]
  readonly destroy: readonly string[]
}

export const noChanges: Changes = { create: [], update: [], destroy: [] }

export function isUnchanged(changes: Changes): boolean {
  return changes.create.length === 0 && changes.update.length === 0 && changes.destroy.length === 0
}

/** The changes from one list to the next; a renamed driver is a destroy and a create. */
export function diffDrivers(before: Drivers, after: Drivers): Changes {
  const create: string[] = []
  const update: Driver[] = []
  for (const [name, driver] of after) {
    const old = before.get(name)
    if (!old) create.push(name)
    if (!old || !sameDriver(old, driver)) update.push(driver)
  }
  const destroy = [...before.keys()].filter((name) => !after.has(name))
  return { create, update, destroy }
}

/**
 * The list after the changes: destroy, then create, then write. Applying twice is applying once; destroying an unknown
 * name does nothing; writing an unknown name creates it. Records that did not change keep their identity. A list that
 * shares its names goes on sharing them until one is created or destroyed. [P7]
 */
export function applyChanges(drivers: Drivers, changes: Changes): Drivers {
  if (isUnchanged(changes)) return drivers
  const shared = drivers instanceof SharedKeyMap ? withUpdates(drivers, changes) : undefined
  if (shared) return shared
  const after = new Map(drivers)
  for (const name of changes.destroy) after.delete(name)
  for (const name of changes.create) if (!after.has(name)) after.set(name, { driver_name: name })
  for (const driver of changes.update) {
    const old = after.get(driver.driver_name)
    if (!old || !sameDriver(old, driver)) after.set(driver.driver_name, driver)
  }
  return after
}

/** undefined: the changes create or destroy a name. */
function withUpdates(
  drivers: SharedKeyMap<Driver>,
  { create, update, destroy }: Changes,
): SharedKeyMap<Driver> | undefined {
  if (destroy.some((name) => drivers.has(name)) || !create.every((name) => drivers.has(name))) return undefined
  const records = update.map((driver) => {
    const old = drivers.get(driver.driver_name)
    return old && sameDriver(old, driver) ? old : driver
  })
  return drivers.with(records, ({ driver_name }) => driver_name)
}

/**
 * One set of changes that does what several do one after the other, from the list before them and from every list in
 * between: a name that came and went stays in `destroy`, since a list in between holds it. [P5]
 */
export function squash(sequence: Iterable<Changes>): Changes {
  const existedBefore = new Map<string, boolean>()
  const update = new Map<string, Driver>()
  const destroy = new Set<string>()
  const meet = (name: string, existed: boolean) => {
    if (!existedBefore.has(name)) existedBefore.set(name, existed)
  }
  for (const changes of sequence) {
    for (const name of changes.destroy) {
      meet(name, true)
      update.delete(name)
      destroy.add(name)
    }
    for (const name of changes.create) {
      meet(name, false)
      destroy.delete(name)
    }
    for (const driver of changes.update) {
      meet(driver.driver_name, true)
      update.set(driver.driver_name, driver)
    }
  }
  const create = [...update.keys()].filter((name) => existedBefore.get(name) === false)
  return { create, update: [...update.values()], destroy: [...destroy] }
}
