import type { Driver } from '../record/driver.ts'
import { entryStatus } from '../record/entry-status.ts'
import type { Event, EventClass } from '../record/event.ts'

/** The key of a class code, without case and outer spaces: `ss`, `SS` and ` ss ` are one class. */
export function classKey(code: string): string {
  return code.trim().toLowerCase()
}

/** The event's classes by `classKey`. Of two with the same code, the first wins. */
export function classesByCode(event: Event): ReadonlyMap<string, EventClass> {
  return new Map(event.classes.map((entry) => [classKey(entry.code), entry] as const).reverse())
}

export interface ClassHeading {
  readonly code: string
  readonly name: string | undefined
}

/**
 * The headings of classes and groups by `classKey`, in the event's spelling and order. A group that the event does not
 * list as a class has the position of its first member.
 */
export function classHeadings(event: Event): ReadonlyMap<string, ClassHeading> {
  const listed = classesByCode(event)
  const headings = new Map<string, ClassHeading>()
  for (const { code, group } of event.classes) {
    const own = listed.get(classKey(code))
    if (own) headings.set(classKey(code), { code: own.code, name: own.name })
    if (group === undefined || listed.has(classKey(group)) || headings.has(classKey(group))) continue
    headings.set(classKey(group), { code: group, name: undefined })
  }
  return headings
}

export interface CompetingClass {
  readonly code: string
  readonly grouped: boolean
}

/**
 * The class in which an entry competes: the driver's `group`, else the event's group of its class, else its class, else
 * ''. `grouped`: it differs from the entry's own class, so that its members are compared by indexed time; not with
 * `group_ranked_by: time`, for the entry of a small class that competes in another one.
 */
export function competingClass(driver: Driver, classes: ReadonlyMap<string, EventClass>): CompetingClass {
  const own = (driver.class ?? '').trim()
  const code = driver.group?.trim() || classes.get(classKey(own))?.group || own
  const isOther = own !== '' && classKey(own) !== classKey(code)
  return { code, grouped: isOther && driver.group_ranked_by !== 'time' }
}

/**
 * Whether an entry takes a position: it has no status such as DSQ, and neither its class nor the one in which it
 * competes has `counts: false`.
 */
export function entryCounts(driver: Driver, classes: ReadonlyMap<string, EventClass>): boolean {
  if (entryStatus(driver) !== undefined) return false
  const codes = [driver.class ?? '', competingClass(driver, classes).code]
  return codes.every((code) => classes.get(classKey(code))?.counts !== false)
}
