import type { Changes } from '../list/diff.ts'
import type { Driver, Drivers } from '../record/driver.ts'
import type { Event } from '../record/event.ts'
import { classKey } from '../scoring/class-code.ts'
import { runChanges } from './news.ts'

/**
 * One run that came, was corrected or was taken away (''). `course` and `run` count from 0, texts are the sport's
 * notation.
 */
export interface RunChange {
  readonly version: number
  /** Unix ms: when the list that says so was published. */
  readonly at: number
  readonly driver_name: string
  readonly course: number
  readonly run: number
  readonly text_before: string
  readonly text: string
}

/** What a day is followed by: a list, the event it belongs to, and when it was published. */
export interface DayList {
  readonly version: number
  readonly at: number
  readonly drivers: Drivers
  readonly event: Event | undefined
}

/** How many changes are kept, the newest: more than a day of 1,300 entries has, and about 10 MB. */
export const mostRunChanges = 50_000

/**
 * The changes of the day after a list that follows on `before`, oldest first; the same array when nothing happened. A
 * day begins with a list that has nobody of the one before, or where `beginsDay` says so: what is there already has no
 * time. Who comes later comes with runs that were driven since. Who gets another name keeps what happened to them; who
 * leaves takes it along.
 */
export function followDay(
  known: readonly RunChange[],
  before: DayList,
  changes: Changes,
  after: DayList,
): readonly RunChange[] {
  const renamed = renamedDrivers(before.drivers, changes, after.drivers)
  const somebodyStayed = renamed.size > 0 || some(after.drivers.keys(), (name) => before.drivers.has(name))
  if (!somebodyStayed || beginsDay(before, after)) return []
  const oldNames = new Map(Array.from(renamed, ([old, name]) => [name, old]))
  const more = changes.update.flatMap((driver) => {
    const { driver_name } = driver
    const old = before.drivers.get(oldNames.get(driver_name) ?? driver_name) ?? { driver_name }
    return Array.from(runChanges(old, driver), ({ course, run, text_before, text }) => {
      return { version: after.version, at: after.at, driver_name, course, run, text_before, text }
    })
  })
  const gone = new Set(changes.destroy.filter((name) => !renamed.has(name) && !after.drivers.has(name)))
  if (more.length === 0 && renamed.size === 0 && gone.size === 0) return known
  const kept = gone.size === 0 ? known : known.filter(({ driver_name }) => !gone.has(driver_name))
  return [...withNewNames(kept, renamed), ...more].slice(-mostRunChanges)
}

/**
 * Whether a list begins another day, whoever is in it: no run is left in it, or it belongs to an event of another title
 * that is not of the same date. A title or a date that is put right is no other day.
 */
export function beginsDay(
  before: Pick<DayList, 'drivers' | 'event'>,
  after: Pick<DayList, 'drivers' | 'event'>,
): boolean {
  if (isAnotherEvent(before.event, after.event)) return true
  return !some(after.drivers.values(), hasRun) && some(before.drivers.values(), hasRun)
}

function isAnotherEvent(before: Event | undefined, after: Event | undefined): boolean {
  if (before === after || !before || !after || before.title === after.title) return false
  return before.date === undefined || before.date !== after.date
}

/**
 * The new names by the old: a destroyed and a created entry of the same class and number are one, if no other has them.
 */
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

/** Names by class and number, which is the sport's own key; undefined where several have the same. */
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
