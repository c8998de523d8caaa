import * as z from 'zod/mini'

/** What an attribute's name may look like. It keeps `__proto__` and markup out of every record and every page. */
export const attributeNamePattern = /^[a-z][a-z0-9_]{0,39}$/

/** How long one attribute may be, in characters; a record comes from a file that anybody could have written. */
export const maximumTextLength = 2000
/** How long a class, a number and the like may be: they are part of keys. */
const maximumCodeLength = 60
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
 * class + number is the sport's own key. `runs` is the sport's notation (run.ts), a list of lists when there are
 * several courses or days. Positions, gaps and best runs are not here: standings.ts derives them.
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
