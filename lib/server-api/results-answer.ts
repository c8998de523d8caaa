import * as z from 'zod/mini'

const text = z.string()
/** '' for an entry without a position. */
const position = z.union([z.int().check(z.positive()), z.literal('')])

/** Times are seconds with three decimals, as texts; '' when there is none. */
const rowSchema = z.catchall(
  z.object({
    position,
    /** Why the entry takes no position: DSQ, WD, OOC. */
    status: z.optional(z.enum(['DSQ', 'WD', 'OOC', ''])),
    class: text,
    number: text,
    driver: text,
    car: text,
    time: text,
    gap: text,
    raw_position: position,
    indexed_time: text,
    pax_position: position,
    /** With laps_then_time, the number of laps in the result. A text, as every column that was added to version 1. */
    laps: z.optional(text),
    /** The number of runs, courses or laps in the result. */
    completed: z.optional(text),
  }),
  text,
)

/** `GET /live/results.json`: the entries that the page at the same parameters shows, in its order. */
export const resultsAnswerSchema = z.object({
  title: text,
  date: z.optional(text),
  place: z.optional(text),
  state: z.enum(['unofficial', 'provisional', 'final']),
  log: text,
  version: z.int().check(z.positive()),
  at: z.int().check(z.gte(0)),
  entries: z.array(rowSchema),
})

export type ResultsAnswer = Readonly<z.infer<typeof resultsAnswerSchema>>
/** One entry: columns that every download has, one for each attribute that the event shows, and one for each run. */
export type ResultsRow = Readonly<ResultsAnswer['entries'][number]>
export const resultsColumns: readonly string[] = Object.keys(rowSchema.shape)
