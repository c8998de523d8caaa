import type { Driver, Drivers } from './driver.ts'
import { changedRecords } from './driver-list.ts'

/** Who has a seat: a number that an entry keeps while it is in the list, so that arrays can hold something for each of them. */
export interface Seated {
  readonly seat: number
  readonly driver: Driver
}

/** Everybody who is entered, by seat; a seat that is empty will be given to whoever comes next. */
export interface Field<Entry extends Seated> {
  readonly seats: ReadonlyMap<string, number>
  readonly entries: readonly (Entry | undefined)[]
  /** The seats in the order in which the list named them, newcomers at the end: the next list mostly has the same order. */
  readonly listed: readonly number[]
  /** The list itself. */
  readonly list: DriverSource | undefined
}

/** A list in any form. One by name, which followChanges made, says itself what it changed. */
export type DriverSource = Iterable<Driver> | Drivers

/** The field of a list, and what that changed. Whose record changed both left, as it was, and joined, as it is. */
export interface FieldUpdate<Entry extends Seated> {
  readonly field: Field<Entry>
  readonly left: ReadonlySet<Entry>
  readonly joined: readonly Entry[]
}

export const emptyField: Field<never> = { seats: new Map(), entries: [], listed: [], list: undefined }

/** The field after another list, whatever its order; of two records with one name the last holds. `enter` makes an entry. */
export function updateField<Entry extends Seated>(
  before: Field<Entry>,
  list: DriverSource,
  enter: (driver: Driver, seat: number) => Entry,
): FieldUpdate<Entry> {
  const { seats: known } = before
  const records = changedRecords(before.list, list)
  if (records) return withRecords(before, list, records, enter)
  const listed: number[] = []
  const isListed = new Uint8Array(before.entries.length)
  const toCheck = new Map<number, Driver>()
  const newcomers = new Map<string, Driver>()
  for (const driver of 'get' in list ? list.values() : list) {
    const expected = before.listed[listed.length]
    const isExpected = expected !== undefined && before.entries[expected]?.driver === driver
    const seat = isExpected ? expected : known.get(driver.driver_name)
    if (seat === undefined) newcomers.set(driver.driver_name, driver)
    else {
      listed.push(seat)
      isListed[seat] = 1
      if (!isExpected) toCheck.set(seat, driver)
      else if (toCheck.size > 0) toCheck.delete(seat)
    }
  }

  const entries = before.entries.slice()
  const left = new Set<Entry>()
  const joined: Entry[] = []
  const empty: number[] = []
  const gone: string[] = []
  for (const [seat, driver] of toCheck) {
    const old = before.entries[seat]
    if (!old || old.driver === driver) continue
    left.add(old)
    const entry = enter(driver, seat)
    entries[seat] = entry
    joined.push(entry)
  }
  for (let seat = 0; seat < entries.length; seat += 1) {
    if (isListed[seat] === 1) continue
    empty.push(seat)
    const old = before.entries[seat]
    if (!old) continue
    left.add(old)
    gone.push(old.driver.driver_name)
    entries[seat] = undefined
  }
  if (gone.length === 0 && newcomers.size === 0) return { field: { seats: known, entries, listed, list }, left, joined }

  const seats = new Map(known)
  for (const name of gone) seats.delete(name)
  for (const [name, driver] of newcomers) {
    const seat = empty.pop() ?? entries.length
    const entry = enter(driver, seat)
    entries[seat] = entry
    joined.push(entry)
    seats.set(name, seat)
    listed.push(seat)
  }
  return { field: { seats, entries, listed, list }, left, joined }
}

/** The field where nobody came or left, and these are the records that are others: nobody else is looked at. */
function withRecords<Entry extends Seated>(
  before: Field<Entry>,
  list: DriverSource,
  records: readonly Driver[],
  enter: (driver: Driver, seat: number) => Entry,
): FieldUpdate<Entry> {
  const entries = before.entries.slice()
  const left = new Set<Entry>()
  const joined: Entry[] = []
  for (const driver of records) {
    const seat = before.seats.get(driver.driver_name)
    const old = seat === undefined ? undefined : before.entries[seat]
    if (seat === undefined || !old) continue
    const entry = enter(driver, seat)
    left.add(old)
    joined.push(entry)
    entries[seat] = entry
  }
  return { field: { ...before, entries, list }, left, joined }
}
