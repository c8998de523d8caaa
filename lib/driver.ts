import * as z from 'zod/mini'

/** What an attribute's name may look like. It keeps `__proto__` and markup out of every record and every page. */
export const attributeNamePattern = /^[a-z][a-z0-9_]{0,39}$/

/** How long one attribute may be, in characters; a record comes from a file that anybody could have written. */
export const maximumTextLength = 2000
/** How long a class, a number and the like may be: they are part of keys. */
export const maximumCodeLength = 60
/** How many attributes one record may have, and how many runs one course or day. */
export const maximumAttributes = 64
export const maximumRuns = 200

const text = z.string().check(z.maxLength(maximumTextLength))
// 200 characters of a name can be long, and a key adds class and number to it.
const name = z.string().check(z.minLength(1), z.maxLength(2 * maximumTextLength))
const code = z.string().check(z.maxLength(maximumCodeLength))
const courseRuns = z.array(z.string().check(z.maxLength(40))).check(z.maxLength(maximumRuns))
const runs = z.union([courseRuns, z.array(courseRuns).check(z.maxLength(20))])

const attribute = z.optional(z.union([text, z.number(), z.boolean(), runs]))

/**
 * One entry as it crosses the wire. `driver_name` is the key and unique in a list; `display_name` is what people read;
 * class + number is the sport's own key. `runs` is the sport's notation (run.ts), a list of lists when there are several
 * courses or days. Positions, gaps and best runs are not here: standings.ts derives them.
 */
export const driverSchema = z
  .catchall(
    z.object({
      driver_name: name,
      display_name: z.optional(name),
      class: z.optional(code),
      number: z.optional(code),
      car: z.optional(text),
      group: z.optional(code),
      index_class: z.optional(code),
      published_indexed: z.optional(code),
      runs: z.optional(runs),
    }),
    attribute,
  )
  .check(
    z.refine((driver) => Object.keys(driver).length <= maximumAttributes, `at most ${maximumAttributes} attributes`),
    z.refine(
      (driver) => Object.keys(driver).every((name) => attributeNamePattern.test(name)),
      'attribute names are small letters, digits and underscores, and begin with a letter',
    ),
  )

export type Driver = Readonly<z.infer<typeof driverSchema>>
export type AttributeValue = Driver[string]

/** A list of drivers by `driver_name`. A Map, since a driver can be called `__proto__`. */
export type Drivers = ReadonlyMap<string, Driver>

export function byName(drivers: Iterable<Driver>): Map<string, Driver> {
  return new Map(Array.from(drivers, (driver) => [driver.driver_name, driver]))
}

/** The name that people read: `Ian O’Malley`, where the key may be `Ian O’Malley (STR 44)`. */
export function displayName(driver: Driver): string {
  return driver.display_name ?? driver.driver_name
}

/** The runs course by course (or day by day): always a list of lists, `[]` when there are none. */
export function runsByCourse(driver: Driver): readonly (readonly string[])[] {
  const all = driver.runs ?? []
  const courses = all.filter((course): course is string[] => Array.isArray(course))
  if (courses.length > 0) return courses
  const single = all.filter((run): run is string => typeof run === 'string')
  return single.length > 0 ? [single] : []
}

/** True when two records say the same, whatever the order of their attributes. */
export function sameDriver(a: Driver, b: Driver): boolean {
  if (a === b) return true
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => sameValue(a[name], b[name]))
}

function sameValue(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b
  return a.length === b.length && a.every((item, index) => sameValue(item, b[index]))
}
