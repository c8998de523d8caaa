import * as z from 'zod/mini'
import { attributeNamePattern } from './driver-schema.ts'

const shortText = z.string().check(z.trim(), z.minLength(1), z.maxLength(200))
const classCode = z.string().check(z.trim(), z.minLength(1), z.maxLength(20))
const seconds = z.number().check(z.gte(0), z.lte(3600))
const attributeName = z
  .string()
  .check(
    z.regex(attributeNamePattern, 'an attribute name: small letters, digits and underscores, beginning with a letter'),
  )

/** How runs become a result. Every rule is explained beside its code in standings.ts. */
export const scoringRules = ['best_run', 'sum_of_best', 'cumulative', 'best_lap', 'laps_then_time'] as const

/**
 * What an event is: its name, its rules, its classes. Everything but the title has a default. `object` says what
 * becomes of a setting that nobody knows.
 */
function describeEvent(object: typeof z.object) {
  const classSchema = object({
    code: classCode,
    name: z.optional(shortText),
    /** The index (PAX, RTP): a factor on the time, mostly below 1. */
    index: z.optional(z.number().check(z.gt(0), z.lte(2))),
    /** Classes of one group compete with each other on indexed time: novices, pro, index classes. */
    group: z.optional(classCode),
    /**
     * False: time only, fun runs. Its entries are shown with their times, and take no place, trophy or gap from
     * anybody.
     */
    counts: z.optional(z.boolean()),
  })

  return object({
    title: shortText,
    date: z.optional(shortText),
    place: z.optional(shortText),
    state: z._default(z.enum(['unofficial', 'provisional', 'final']), 'unofficial'),
    scoring: z._default(z.enum(scoringRules), 'best_run'),
    /** cumulative: how many of the slowest runs do not count. */
    drop_slowest: z._default(z.int().check(z.gte(0), z.lte(20)), 0),
    /** How many runs each entry gets (on each course or day), when that is known. */
    runs_per_entry: z.optional(z.int().check(z.gte(1), z.lte(200))),
    penalties: z._default(object({ cone_seconds: z._default(seconds, 2), gate_seconds: z._default(seconds, 10) }), {
      cone_seconds: 2,
      gate_seconds: 10,
    }),
    /** Two entries with the same time share a position, or the next best run decides. */
    ties: z._default(z.enum(['shared', 'next_best_run']), 'shared'),
    /** What the index multiplies: the time with its penalties, or the raw time alone with penalties added after. */
    index_applies_to: z._default(z.enum(['total', 'raw']), 'total'),
    /** What happens to the fourth decimal of an indexed time. */
    index_rounding: z._default(z.enum(['truncate', 'round']), 'truncate'),
    /** To how many decimals an indexed time is rounded before that; absent: not at all. AXWare rounds to 4. */
    index_decimals: z.optional(z.int().check(z.gte(4), z.lte(9))),
    /**
     * Who gets one: the top third of a class (rounded up), nobody, or a table: the nth number is for a class of n
     * entries.
     */
    trophies: z._default(
      z.union([z.enum(['third', 'none']), z.array(z.int().check(z.gte(0), z.lte(100))).check(z.minLength(1))]),
      'third',
    ),
    /** `103.769` or `1:43.769`. */
    time_format: z._default(z.enum(['seconds', 'minutes']), 'seconds'),
    classes: z._default(z.array(classSchema).check(z.maxLength(500)), []),
    /** Attributes beyond class, number, name, car and runs that the tables show. */
    columns: z._default(z.array(object({ attribute: attributeName, title: shortText })).check(z.maxLength(20)), []),
  })
}

/** An event as it crosses the wire: a browser passes over what a newer server has added. */
export const eventSchema = describeEvent(z.object)

/** An event as people write it: a setting that nobody knows is a mistake. */
export const strictEventSchema = describeEvent(z.strictObject as typeof z.object)

export type Event = Readonly<z.infer<typeof eventSchema>>
export type EventClass = Event['classes'][number]

/** An event of which only the title is known: what runs before event.yaml could be read. */
export function defaultEvent(title: string): Event {
  return eventSchema.parse({ title })
}
