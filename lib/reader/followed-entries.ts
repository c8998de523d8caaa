import { type Driver, displayName } from '../record/driver.ts'
import { foldText } from '../record/fold-text.ts'
import { classKey } from '../scoring/class-code.ts'
import type { Standings } from '../standings/standings.ts'
import { mostStars } from './stars.ts'

/** The storage key of the classes and numbers of followed entries: a name may change in the file, these do not. */
export const entriesKey = 'paddock.followed_entries'

/** Class and number by driver_name. */
export type FollowedEntries = ReadonlyMap<string, { readonly class: string; readonly number: string }>

/** A followed name that is not in the list, and the records that may be the same entry. */
export interface Missing {
  readonly driver_name: string
  readonly maybe: readonly Driver[]
}

/** Reads stored entries; empty if the text is not valid. */
export function readEntries(text: string | null): FollowedEntries {
  try {
    const stored: unknown = JSON.parse(text ?? '[]')
    const rows: readonly unknown[] = Array.isArray(stored) ? stored.slice(0, mostStars) : []
    return new Map(rows.flatMap((row) => (isEntry(row) ? [[row[0], { class: row[1], number: row[2] }]] : [])))
  } catch {
    return new Map()
  }
}

export function formatEntries(entries: FollowedEntries): string {
  return JSON.stringify([...entries].map(([name, entry]) => [name, entry.class, entry.number]))
}

/** With the current class and number of each starred entry, or the known ones if it is removed. `known` if equal. */
export function withEntries(
  known: FollowedEntries,
  stars: ReadonlySet<string>,
  { by_name }: Pick<Standings, 'by_name'>,
): FollowedEntries {
  const next = new Map<string, { readonly class: string; readonly number: string }>()
  for (const name of stars) {
    const { class: code, number } = by_name.get(name)?.driver ?? {}
    const entry = code && number ? { class: code, number } : known.get(name)
    if (entry) next.set(name, entry)
  }
  return formatEntries(next) === formatEntries(known) ? known : next
}

/**
 * The followed names that are not in the list. The same entry may have a corrected name (with equal class and number),
 * or a name with or without `(STR 44)` since a namesake was added or removed.
 */
export function missingFrom(
  { by_name, classes }: Pick<Standings, 'by_name' | 'classes'>,
  stars: ReadonlySet<string>,
  known: FollowedEntries,
): readonly Missing[] {
  if (by_name.size === 0) return []
  const rows = classes.flatMap(({ entries }) => entries)
  const drivers = rows.map(({ driver }) => driver).filter(({ driver_name }) => !stars.has(driver_name))
  return [...stars]
    .filter((name) => !by_name.has(name))
    .map((driver_name) => {
      const same = drivers.filter((driver) => isSameEntry(driver, known.get(driver_name)))
      const maybe = same.length > 0 ? same : drivers.filter((driver) => isSameName(driver, driver_name))
      return { driver_name, maybe }
    })
}

function isSameEntry(driver: Driver, entry: { readonly class: string; readonly number: string } | undefined): boolean {
  if (!entry || driver.class === undefined) return false
  return classKey(driver.class) === classKey(entry.class) && driver.number === entry.number
}

function isSameName(driver: Driver, name: string): boolean {
  const shown = displayName(driver)
  const withEntry = `${shown} (${driver.class ?? ''} ${driver.number ?? ''})`
  return [shown, withEntry].some((one) => foldText(one) === foldText(name))
}

function isEntry(row: unknown): row is readonly [string, string, string] {
  return Array.isArray(row) && row.length === 3 && row.every((part) => typeof part === 'string')
}
