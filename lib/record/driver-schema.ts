import * as z from 'zod/mini'

/** The names that an attribute may have. It keeps `__proto__` and markup out of every record and page. */
export const attributeNamePattern = /^[a-z][a-z0-9_]{0,39}$/

/** The longest text of an attribute, in characters: anybody can have written the file of a record. */
export const maximumTextLength = 2000
/** The longest class, number or other code, in characters: codes are part of keys. */
export const maximumCodeLength = 60
/** The most attributes of a record. */
export const maximumAttributes = 64
/** The most runs of one course or day. */
export const maximumRuns = 200
/** The most courses or days. */
export const maximumCourses = 20
/** The longest text of a run, in characters. */
export const maximumRunLength = 40

const text = z.string().check(z.maxLength(maximumTextLength))
// A key can be a name with class and number added, so that it may be longer than other texts.
const name = z.string().check(z.minLength(1), z.maxLength(2 * maximumTextLength))
const code = z.string().check(z.maxLength(maximumCodeLength))
const courseRuns = z.array(z.string().check(z.maxLength(maximumRunLength))).check(z.maxLength(maximumRuns))
const runs = z.union([courseRuns, z.array(courseRuns).check(z.maxLength(maximumCourses))])

const attribute = z.optional(z.union([text, z.number(), z.boolean(), runs]))

/**
 * One entry on the wire. `driver_name` is its key, unique in a list; people read `display_name`; class + number is the
 * sport's own key. `runs` is in the notation of run.ts: a list, or a list of lists for several courses or days.
 * Positions, gaps and best runs are derived by lib/standings.
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
