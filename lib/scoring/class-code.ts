import type { Driver } from '../record/driver.ts'
import type { Event, EventClass } from '../record/event.ts'

/** One class whatever its spelling: `ss`, `SS` and ` ss ` are the same class in mixed files. */
export function classKey(code: string): string {
  return code.trim().toLowerCase()
}

/** The event's classes by `classKey`; of two with the same code the first holds. */
export function classesByCode(event: Event): ReadonlyMap<string, EventClass> {
  return new Map(event.classes.map((entry) => [classKey(entry.code), entry] as const).reverse())
}

export interface ClassHeading {
  readonly code: string
  readonly name: string | undefined
}

/**
 * The classes people compete in, as the event spells and orders them; a group that is not listed stands at its first
 * member.
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
 * Where an entry competes: the driver's `group`, else the group of its class in the event, else its class ('' when it
 * has none). `grouped`: that is not its own class, so that only indexed time can compare its members.
 */
export function competingClass(driver: Driver, classes: ReadonlyMap<string, EventClass>): CompetingClass {
  const own = (driver.class ?? '').trim()
  const code = driver.group?.trim() || classes.get(classKey(own))?.group || own
  return { code, grouped: own !== '' && classKey(own) !== classKey(code) }
}

/** Whether an entry takes a place: neither its class nor the one it competes in says that it does not count. */
export function entryCounts(driver: Driver, classes: ReadonlyMap<string, EventClass>): boolean {
  const codes = [driver.class ?? '', competingClass(driver, classes).code]
  return codes.every((code) => classes.get(classKey(code))?.counts !== false)
}
