import type { Driver } from '../../lib/record/driver.ts'
import { type Entry, timingFile } from '../../testing/event/timing-file.ts'
import { contentKey } from './report.ts'

export type { Entry }

type Random = () => number

const classes = ['SS', 'STR', 'SM']
const cars = ['Corvette', 'Cayman', 'Evora', 'MX-5', 'S2000', 'WRX', 'RX-8, "red"', '']
const people = ['Åsa', '李小龍', "O'Malley", '__proto__', 'Zoë 🏁', 'Ana', 'Wilford', 'دانا']

const pick = <Item>(items: readonly Item[], random: Random): Item => items[Math.floor(random() * items.length)] as Item

/**
 * The last line of every file. A file that is cut before it lacks this driver, so the loss guard must hold it: without
 * it, a file cut at the end of a line would look whole.
 */
const lastEntry: Entry = { class: 'XX', number: '999', name: 'Last of all', car: 'Course car' }

/** So many entries without runs, and the last one. */
export function startEntries(size: number, random: Random): readonly Entry[] {
  const entries = Array.from({ length: size }, (_, index) => newEntry(index, random))
  return [...entries, lastEntry]
}

function newEntry(index: number, random: Random): Entry {
  const name = `${pick(people, random)} ${index}`
  return { class: pick(classes, random), number: `${index}`, name, car: pick(cars, random) }
}

/** One to four entries get one more run, or their last one corrected. */
export function withRuns(entries: readonly Entry[], random: Random): readonly Entry[] {
  const chosen = new Set(
    Array.from({ length: 1 + Math.floor(random() * 4) }, () => Math.floor(random() * entries.length)),
  )
  return entries.map((entry, index) => {
    if (!chosen.has(index)) return entry
    const runs = entry.runs ?? []
    const run = `${(38 + random() * 9).toFixed(3)}${pick(['', '', '+1', '+2'], random)}`
    return { ...entry, runs: runs.length < 4 ? [...runs, run] : [...runs.slice(0, 3), run] }
  })
}

export function withNewEntries(entries: readonly Entry[], serial: number, random: Random): readonly Entry[] {
  const index = Math.floor(random() * (entries.length - 1))
  const added = Array.from({ length: 1 + Math.floor(random() * 3) }, (_, nth) => newEntry(serial * 10 + nth, random))
  return [...entries.slice(0, index), ...added, ...entries.slice(index)]
}

export function withoutSome(entries: readonly Entry[], random: Random): readonly Entry[] {
  const removed = new Set(
    Array.from({ length: 1 + Math.floor(random() * 2) }, () => Math.floor(random() * (entries.length - 1))),
  )
  return entries.length < 6 ? entries : entries.filter((_, index) => !removed.has(index))
}

/** One entry's name is corrected: one driver is removed and one is added. */
export function withAnotherName(entries: readonly Entry[], serial: number, random: Random): readonly Entry[] {
  const chosen = Math.floor(random() * (entries.length - 1))
  return entries.map((entry, index) =>
    index === chosen ? { ...entry, name: `${pick(people, random)} R${serial}` } : entry,
  )
}

export const fileOf = (entries: readonly Entry[]): string => timingFile(entries)

/** The content key of the list that clients must have for these entries. */
export function contentOf(entries: readonly Entry[]): string {
  const drivers = entries.map(({ name, class: code, number, car = '', runs = [] }): Driver => {
    return { driver_name: name, class: code, number, car, runs: [...runs] }
  })
  return contentKey(drivers)
}
