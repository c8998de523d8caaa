import type { Changes } from '../list/diff.ts'
import type { Driver, Drivers } from '../record/driver.ts'
import type { Event } from '../record/event.ts'
import { classKey } from '../scoring/class-code.ts'
import { runChanges } from './news.ts'

/** A new, corrected or deleted ('' as its text) run in the sport's notation. `course` and `run` count from 0. */
export interface RunChange {
  readonly version: number
  /** Unix ms: when the list with the change was published. */
  readonly at: number
  readonly driver_name: string
  readonly course: number
  readonly run: number
  readonly text_before: string
  readonly text: string
}

/** A list of the day with its event; `at` (Unix ms) is when it was published. */
export interface DayList {
  readonly version: number
  readonly at: number
  readonly drivers: Drivers
  readonly event: Event | undefined
}

/** The most changes that are kept: more than a day of 1,300 entries has, and about 10 MB. */
export const mostRunChanges = 50_000

/**
 * The changes of the day up to the list `after`, oldest first; `known` itself if there are no more. Empty when a day
 * begins: by `beginsDay`, or when no entry is in both lists. Renamed entries keep their changes, removed ones do not.
 */
export function followDay(
  known: readonly RunChange[],
  before: DayList,
  changes: Changes,
  after: DayList,
): readonly RunChange[] {
  const renamed = renamedDrivers(before.drivers, changes, after.drivers)
  const hasCommonEntry = renamed.size > 0 || some(after.drivers.keys(), (name) => before.drivers.has(name))
  if (!hasCommonEntry || beginsDay(before, after)) return []
  const oldNames = new Map(Array.from(renamed, ([old, name]) => [name, old]))
  const more = changes.update.flatMap((driver) => {
    const { driver_name } = driver
    const old = before.drivers.get(oldNames.get(driver_name) ?? driver_name) ?? { driver_name }
    return Array.from(runChanges(old, driver), ({ course, run, text_before, text }) => {
      return { version: after.version, at: after.at, driver_name, course, run, text_before, text }
    })
  })
  const removed = new Set(changes.destroy.filter((name) => !renamed.has(name) && !after.drivers.has(name)))
  if (more.length === 0 && renamed.size === 0 && removed.size === 0) return known
  const kept = removed.size === 0 ? known : known.filter(({ driver_name }) => !removed.has(driver_name))
  return [...withNewNames(kept, renamed), ...more].slice(-mostRunChanges)
}

/**
 * Whether another day begins: `after` has no run while `before` has some, or its event has another title and not the
 * same date. A corrected title or date alone begins no day.
 */
export function beginsDay(
  before: Pick<DayList, 'drivers' | 'event'>,
  after: Pick<DayList, 'drivers' | 'event'>,
): boolean {
  if (isOtherEvent(before.event, after.event)) return true
  return !some(after.drivers.values(), hasRun) && some(before.drivers.values(), hasRun)
}

/** Whether an event follows another one: it has another title and not the same date. */
export function isOtherEvent(
  before: Pick<Event, 'title' | 'date'> | undefined,
  after: Pick<Event, 'title' | 'date'> | undefined,
): boolean {
  if (before === after || !before || !after || before.title === after.title) return false
  return before.date === undefined || before.date !== after.date
}

/** New names by old: a destroyed and a created entry are one if they alone have their class and number. */
function renamedDrivers(before: Drivers, { create, destroy }: Changes, after: Drivers): ReadonlyMap<string, string> {
  if (create.length === 0 || destroy.length === 0) return new Map()
  const created = byEntry(create, after)
  return new Map(
    [...byEntry(destroy, before)].flatMap(([entry, old]) => {
      const name = created.get(entry)
      return old === undefined || name === undefined ? [] : [[old, name] as const]
    }),
  )
}

/** Names by class and number, the sport's key; undefined where several entries have the same. */
function byEntry(names: readonly string[], drivers: Drivers): ReadonlyMap<string, string | undefined> {
  const found = new Map<string, string | undefined>()
  for (const name of names) {
    const { class: code = '', number = '' } = drivers.get(name) ?? {}
    if (number.trim() === '') continue
    const entry = JSON.stringify([classKey(code), number.trim()])
    found.set(entry, found.has(entry) ? undefined : name)
  }
  return found
}

function withNewNames(known: readonly RunChange[], renamed: ReadonlyMap<string, string>): readonly RunChange[] {
  if (renamed.size === 0) return known
  return known.map((change) => {
    const driver_name = renamed.get(change.driver_name)
    return driver_name === undefined ? change : { ...change, driver_name }
  })
}

function hasRun(driver: Driver): boolean {
  return !runChanges({ driver_name: driver.driver_name }, driver)[Symbol.iterator]().next().done
}

function some<Item>(items: Iterable<Item>, holds: (item: Item) => boolean): boolean {
  for (const item of items) if (holds(item)) return true
  return false
}
