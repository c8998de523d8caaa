import { type Driver, type Drivers, sameDriver } from '../record/driver.ts'
import { SharedKeyMap } from './shared-key-map.ts'

/** The changes from one list to another. `update` has the whole record of every created or changed driver. */
export interface Changes {
  readonly create: readonly string[]
  readonly update: readonly Driver[]
  readonly destroy: readonly string[]
}

export const noChanges: Changes = { create: [], update: [], destroy: [] }

export function isUnchanged(changes: Changes): boolean {
  return changes.create.length === 0 && changes.update.length === 0 && changes.destroy.length === 0
}

/** The least changes from one list to the next. A renamed driver is a destroy and a create. */
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
 * The list after the changes: destroy, then create, then update. Idempotent. A destroy of an unknown name does nothing,
 * an update of one creates it. Unchanged records keep their identity. A `SharedKeyMap` shares its keys with the result
 * unless a name is created or destroyed. [P7]
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

/** The list with new records under the same names; undefined when the changes create or destroy a name. */
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
 * The changes that really change the list, in the form of diffDrivers: those between the list and the list after them.
 * Costs as much as the changes, whatever the length of the list.
 */
export function effectOf(drivers: Drivers, changes: Changes): Changes {
  const after = new Map<string, Driver | undefined>()
  const latest = (name: string) => (after.has(name) ? after.get(name) : drivers.get(name))
  for (const name of changes.destroy) after.set(name, undefined)
  for (const driver of changes.update) {
    const old = latest(driver.driver_name)
    if (!old || !sameDriver(old, driver)) after.set(driver.driver_name, driver)
  }
  for (const name of changes.create) if (!latest(name)) after.set(name, { driver_name: name })
  const create: string[] = []
  const update: Driver[] = []
  const destroy: string[] = []
  for (const [name, driver] of after) {
    const before = drivers.get(name)
    if (driver && !before) create.push(name)
    if (driver && !(before && sameDriver(before, driver))) update.push(driver)
    if (!driver && before) destroy.push(name)
  }
  return { create, update, destroy }
}

/**
 * One set of changes with the effect of several in sequence, for the first list and for any in between. A name that is
 * added and then removed is in `destroy`, because a list in between has it. [P5]
 */
export function squash(sequence: Iterable<Changes>): Changes {
  const existedBefore = new Map<string, boolean>()
  const update = new Map<string, Driver>()
  const destroy = new Set<string>()
  const noteFirst = (name: string, existed: boolean) => {
    if (!existedBefore.has(name)) existedBefore.set(name, existed)
  }
  for (const changes of sequence) {
    for (const name of changes.destroy) {
      noteFirst(name, true)
      update.delete(name)
      destroy.add(name)
    }
    for (const name of changes.create) {
      noteFirst(name, false)
      destroy.delete(name)
    }
    for (const driver of changes.update) {
      noteFirst(driver.driver_name, true)
      update.set(driver.driver_name, driver)
    }
  }
  const create = [...update.keys()].filter((name) => existedBefore.get(name) === false)
  return { create, update: [...update.values()], destroy: [...destroy] }
}
