import * as z from 'zod/mini'
import type { Session } from '../rmonitor/session.ts'

/** What a feed has said, as it is kept for a restart. Plain data. */
export type KeptFeed = z.infer<typeof keptFeedSchema>

const number = z.number()
const competitor = z.object({
  number: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  nationality: z.string(),
  classId: z.string(),
  transponder: z.string(),
  additional: z.string(),
})
const result = z.object({
  position: z.optional(number),
  laps: number,
  total: z.optional(number),
  bestPosition: z.optional(number),
  best: z.optional(z.object({ lap: number, time: number, heard: number })),
  passings: z.array(z.tuple([number, z.object({ time: z.optional(number), lap: z.optional(number) })])),
})
const session = z.object({
  names: z.array(z.tuple([z.string(), z.object({ A: z.optional(competitor), COMP: z.optional(competitor) })])),
  present: z.array(z.string()),
  classes: z.array(z.tuple([z.string(), z.string()])),
  track: z.string(),
  run: z.optional(z.object({ id: z.string(), name: z.string() })),
  clock: z.object({ flag: z.string(), lapsToGo: z.optional(number) }),
  results: z.array(z.tuple([z.string(), result])),
  cleared: number,
})

/** `heard_at` is Unix ms; `time_of_day` is that of the feed, in ms since midnight. */
export const keptFeedSchema = z.object({
  address: z.string(),
  heard_at: number,
  time_of_day: z.optional(number),
  session,
})

/** A session as plain data, without the results of a run that is yet to be named. */
export function keepSession({ early, names, present, classes, results, ...others }: Session): KeptFeed['session'] {
  return {
    ...others,
    names: [...names],
    present: [...present],
    classes: [...classes],
    results: [...results].map(([id, one]) => [id, { ...one, passings: [...one.passings] }]),
  }
}

/** The session that was kept, as it was shown last. */
export function restoreSession({ names, present, classes, results, run, ...others }: KeptFeed['session']): Session {
  return {
    track: others.track,
    cleared: others.cleared,
    clock: { flag: others.clock.flag, lapsToGo: others.clock.lapsToGo },
    run,
    names: new Map(names.map(([id, { A, COMP }]) => [id, { ...(A && { A }), ...(COMP && { COMP }) }])),
    present: new Set(present),
    classes: new Map(classes),
    results: new Map(
      results.map(([id, { position, total, bestPosition, best, laps, passings }]) => [
        id,
        { position, laps, total, bestPosition, best, passings: new Map(passings) },
      ]),
    ),
    early: undefined,
  }
}
