import type * as z from 'zod/mini'
import type { driverSchema } from './driver-schema.ts'

/** One entry on the wire; driver-schema.ts explains its attributes. */
export type Driver = Readonly<z.infer<typeof driverSchema>>
export type AttributeValue = Driver[string]

/** The attributes that scoring reads besides those of the schema. On the wire they are attributes like any other. */
export const scoredAttributes: readonly string[] = ['published_total', 'published_laps', 'tie_order']

/** A list of drivers by `driver_name`. A Map, because a driver can be called `__proto__`. */
export type Drivers = ReadonlyMap<string, Driver>

/** Of several records with one name, the list has the last. */
export function byName(drivers: Iterable<Driver>): Map<string, Driver> {
  return new Map(Array.from(drivers, (driver) => [driver.driver_name, driver]))
}

/** The name that people read: `Ian O’Malley`, where the key may be `Ian O’Malley (STR 44)`. */
export function displayName(driver: Driver): string {
  return driver.display_name ?? driver.driver_name
}

/** The runs of each course or day: always a list of lists, `[]` without runs. */
export function runsByCourse(driver: Driver): readonly (readonly string[])[] {
  const all = driver.runs ?? []
  const courses = all.filter((course): course is string[] => Array.isArray(course))
  if (courses.length > 0) return courses
  const single = all.filter((run): run is string => typeof run === 'string')
  return single.length > 0 ? [single] : []
}

/** True when two records have equal attributes, in any order. */
export function sameDriver(a: Driver, b: Driver): boolean {
  if (a === b) return true
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => sameValue(a[name], b[name]))
}

function sameValue(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b
  return a.length === b.length && a.every((item, index) => sameValue(item, b[index]))
}
