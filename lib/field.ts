import type { Driver } from './driver.ts'

/** Who has a seat: a number that an entry keeps while it is in the list, so that arrays can hold something for each of them. */
export interface Seated {
  readonly seat: number
  readonly driver: Driver
}

/** Everybody who is entered, by seat; a seat that is empty will be given to whoever comes next. */
export interface Field<Entry extends Seated> {
  readonly seats: ReadonlyMap<string, number>
  readonly entries: readonly (Entry | undefined)[]
}

/** The field of a list, and what that changed. Whose record changed both left, as it was, and joined, as it is. */
export interface FieldUpdate<Entry extends Seated> {
  readonly field: Field<Entry>
  readonly left: ReadonlySet<Entry>
  readonly joined: readonly Entry[]
}

export const emptyField: Field<never> = { seats: new Map(), entries: [] }

/** The field after another list, whatever its order; of two records with one name the last holds. `enter` makes an entry. */
export function updateField<Entry extends Seated>(
  before: Field<Entry>,
  drivers: Iterable<Driver>,
  enter: (driver: Driver, seat: number) => Entry,
): FieldUpdate<Entry> {
  const listed: (Driver | undefined)[] = new Array(before.entries.length).fill(undefined)
  const newcomers = new Map<string, Driver>()
  for (const driver of drivers) {
    const seat = before.seats.get(driver.driver_name)
    if (seat === undefined) newcomers.set(driver.driver_name, driver)
    else listed[seat] = driver
  }

  const entries = [...before.entries]
  const left = new Set<Entry>()
  const joined: Entry[] = []
  const empty: number[] = []
  const gone: string[] = []
  before.entries.forEach((old, seat) => {
    const driver = listed[seat]
    if (old && old.driver === driver) return
    if (old) left.add(old)
    const entry = driver && enter(driver, seat)
    entries[seat] = entry
    if (entry) joined.push(entry)
    else empty.push(seat)
    if (old && !entry) gone.push(old.driver.driver_name)
  })
  if (gone.length === 0 && newcomers.size === 0) return { field: { seats: before.seats, entries }, left, joined }

  const seats = new Map(before.seats)
  for (const name of gone) seats.delete(name)
  for (const [name, driver] of newcomers) {
    const seat = empty.pop() ?? entries.length
    const entry = enter(driver, seat)
    entries[seat] = entry
    joined.push(entry)
    seats.set(name, seat)
  }
  return { field: { seats, entries }, left, joined }
}
