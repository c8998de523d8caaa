import { z } from 'zod'
import { subjectNames } from '../peers/peer-names.ts'

// What a run of the bench found, as it is written with --json. Times are in ms, sizes in bytes.

const latencies = z.object({ p50: z.number(), p95: z.number(), p99: z.number(), max: z.number(), count: z.int() })
const delay = z.object({ p50: z.number(), p99: z.number(), max: z.number() })

/** Some revisions at a number of clients. `cpu` is of all processes of the server together. */
const fanOut = z.object({
  clients: z.int(),
  revisions: z.int(),
  cpu: z.number(),
  /** By the name of the process. */
  cpuOf: z.record(z.string(), z.number()),
  fromAppend: latencies,
  /** Only for Paddock: the others have no file. */
  fromSave: latencies.optional(),
  bytes: z.number(),
  delay,
  /** The share of all processors that other programs had meanwhile. */
  otherWork: z.number(),
})

/** Clients that connect until each has the newest list. */
const connecting = z.object({ clients: z.int(), cpu: z.number(), milliseconds: z.number(), bytes: z.number() })

/** What a server keeps for clients that do nothing. */
const memory = z.object({ clients: z.int(), rss: z.number(), heap: z.number(), buffers: z.number() })

/** Revisions while some clients take nothing from the network. */
const slowClients = z.object({
  paused: z.int(),
  others: z.int(),
  revisions: z.int(),
  rss: z.number(),
  heap: z.number(),
  buffers: z.number(),
  /** Of the others, before and while the slow ones are slow. */
  before: latencies,
  during: latencies,
})

/** Clients that come and go. Memory in bytes: of each process, sampled; and of the server after a collection. */
const churn = z.object({
  clients: z.int(),
  paused: z.int(),
  seconds: z.number(),
  revisions: z.int(),
  returns: z.int(),
  first: z.object({ rss: z.number(), heap: z.number(), buffers: z.number() }),
  last: z.object({ rss: z.number(), heap: z.number(), buffers: z.number() }),
  samples: z.array(z.object({ at: z.number(), rss: z.record(z.string(), z.number()) })),
})

const scene = z.object({
  subject: z.enum(subjectNames),
  round: z.int(),
  drivers: z.int(),
  connect: connecting.optional(),
  memory: memory.optional(),
  fanOut: z.array(fanOut),
  storm: connecting.optional(),
  slow: slowClients.optional(),
})

const requests = z.object({
  cpu: z.number(),
  p50: z.number(),
  p99: z.number(),
  perSecond: z.number(),
  bytes: z.number(),
})

/** Requests of one page, to Paddock and to a bare server with the same bytes. */
const page = z.object({
  round: z.int(),
  drivers: z.int(),
  kind: z.enum(['page', 'not modified']),
  requests: z.int(),
  paddock: requests,
  bare: requests,
})

const saveTimes = z.object({ p50: z.number(), p95: z.number(), p99: z.number(), count: z.int(), lost: z.int() })

/** Saves of a timing file until a browser's store has the new run. */
const save = z.object({
  round: z.int(),
  drivers: z.int(),
  way: z.enum(['in place', 'by rename', 'in place, 8 page loads']),
  paddock: saveTimes,
  /** A server that sends the whole file unread; only in place, since it watches a file and not its name. */
  peer: saveTimes.optional(),
  delay,
})

export const resultsSchema = z.object({
  at: z.string(),
  machine: z.object({
    processor: z.string(),
    processors: z.int(),
    memory: z.number(),
    node: z.string(),
    system: z.string(),
  }),
  options: z.object({
    clients: z.int(),
    rounds: z.int(),
    drivers: z.int(),
    revisions: z.int(),
    interval: z.number(),
    changed: z.int(),
    /** Which processors servers and load had; absent: any. */
    pinning: z.object({ servers: z.string(), load: z.string() }).optional(),
  }),
  /** Settings of Paddock that are not the defaults. */
  settings: z.record(z.string(), z.string()),
  seconds: z.number(),
  scenes: z.array(scene),
  pages: z.array(page),
  saves: z.array(save),
  churn: churn.optional(),
})

export type Results = Readonly<z.infer<typeof resultsSchema>>
export type Scene = Readonly<z.infer<typeof scene>>
export type FanOut = Readonly<z.infer<typeof fanOut>>
export type Connecting = Readonly<z.infer<typeof connecting>>
export type Churn = Readonly<z.infer<typeof churn>>
export type SlowClients = Readonly<z.infer<typeof slowClients>>
export type PageFigures = Readonly<z.infer<typeof page>>
export type RequestFigures = Readonly<z.infer<typeof requests>>
export type SaveFigures = Readonly<z.infer<typeof save>>
export type SaveTimes = Readonly<z.infer<typeof saveTimes>>

/** The results as the text of a file, without digits that mean nothing. */
export function resultsText(results: Results): string {
  const short = (_key: string, value: unknown) => (typeof value === 'number' ? Number(value.toFixed(4)) : value)
  return `${JSON.stringify(results, short, 1)}\n`
}
