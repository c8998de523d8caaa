import * as z from 'zod/mini'
import { attributeNamePattern } from './driver-schema.ts'

const shortText = z.string().check(z.trim(), z.minLength(1), z.maxLength(200))
/** Of a class in event.yaml; a record may have a longer one. */
export const maximumClassCode = 20
const classCode = z.string().check(z.trim(), z.minLength(1), z.maxLength(maximumClassCode))
const seconds = z.number().check(z.gte(0), z.lte(3600))
const attributeName = z
  .string()
  .check(
    z.regex(attributeNamePattern, 'an attribute name: small letters, digits and underscores, beginning with a letter'),
  )

/** How runs become a result; lib/scoring/scoring.ts explains each rule. */
export const scoringRules = ['best_run', 'sum_of_best', 'cumulative', 'best_lap', 'laps_then_time'] as const

/**
 * The settings of an event: its title, rules and classes. All but the title have a default or are optional.
 * `object` decides whether unknown settings are ignored or refused.
 */
function describeEvent(object: typeof z.object) {
  const classSchema = object({
    code: classCode,
    name: z.optional(shortText),
    /** The index (PAX, RTP): the factor of an indexed time, mostly below 1. */
    index: z.optional(z.number().check(z.gt(0), z.lte(2))),
    /** Classes of one group compete with each other on indexed time: novices, pro, index classes. */
    group: z.optional(classCode),
    /** False: time only, as for fun runs. Its entries show their times and take no position or trophy. */
    counts: z.optional(z.boolean()),
  })

  return object({
    title: shortText,
    date: z.optional(shortText),
    place: z.optional(shortText),
    state: z._default(z.enum(['unofficial', 'provisional', 'final']), 'unofficial'),
    scoring: z._default(z.enum(scoringRules), 'best_run'),
    /** With `cumulative`: the number of slowest runs that do not count. */
    drop_slowest: z._default(z.int().check(z.gte(0), z.lte(20)), 0),
    /** With `cumulative`: with this many runs, entries are placed by total alone; absent: more runs are better. */
    required_runs: z.optional(z.int().check(z.gte(1), z.lte(200))),
    /** With `sum_of_best`: the number of courses or days that a total needs; absent: one is enough. */
    required_courses: z.optional(z.int().check(z.gte(1), z.lte(20))),
    /** The number of runs of each entry on each course or day; absent when it is not known. */
    runs_per_entry: z.optional(z.int().check(z.gte(1), z.lte(200))),
    penalties: z._default(
      object({
        cone_seconds: z._default(seconds, 2),
        gate_seconds: z._default(seconds, 10),
        /** A DNF or OFF with a time counts as that time and these seconds; absent: it has no time. */
        dnf_seconds: z.optional(seconds),
        /** In seconds, the most that a DNF or OFF counts as, and what one without a time counts as; absent: no time. */
        dnf_maximum: z.optional(seconds),
      }),
      { cone_seconds: 2, gate_seconds: 10 },
    ),
    /** In seconds: a shorter run is worth a warning. Absent: 10, and 1 where laps are ranked. */
    shortest_run: z.optional(z.number().check(z.gt(0), z.lte(3600))),
    /** Whether entries with equal results share a position, or their next best runs decide. */
    ties: z._default(z.enum(['shared', 'next_best_run']), 'shared'),
    /** What the index multiplies: the time with penalties, or the raw time, to which penalties are then added. */
    index_applies_to: z._default(z.enum(['total', 'raw']), 'total'),
    /** Whether the fourth decimal of an indexed time is cut or rounds the third. */
    index_rounding: z._default(z.enum(['truncate', 'round']), 'truncate'),
    /** The decimals to which an indexed time is rounded before that; absent: it is not. AXWare rounds to 4. */
    index_decimals: z.optional(z.int().check(z.gte(4), z.lte(9))),
    /** Trophies of a class: a third of its entries (rounded up), none, or a table whose nth number is for n entries. */
    trophies: z._default(
      z.union([z.enum(['third', 'none']), z.array(z.int().check(z.gte(0), z.lte(100))).check(z.minLength(1))]),
      'third',
    ),
    /** `103.769` or `1:43.769`. */
    time_format: z._default(z.enum(['seconds', 'minutes']), 'seconds'),
    classes: z._default(z.array(classSchema).check(z.maxLength(500)), []),
    /** More columns of the tables, beside class, number, name, car and runs. */
    columns: z._default(z.array(object({ attribute: attributeName, title: shortText })).check(z.maxLength(20)), []),
  })
}

/** An event on the wire. It ignores unknown settings: a newer server may send them. */
export const eventSchema = describeEvent(z.object)

/** An event as a person writes it. It refuses unknown settings: they are mistakes. */
export const strictEventSchema = describeEvent(z.strictObject as typeof z.object)

export type Event = Readonly<z.infer<typeof eventSchema>>
export type EventClass = Event['classes'][number]

/** An event with a title and the defaults, for the time before event.yaml is read. */
export function defaultEvent(title: string): Event {
  return eventSchema.parse({ title })
}
