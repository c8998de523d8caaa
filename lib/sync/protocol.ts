import * as z from 'zod/mini'
import { driverSchema } from '../record/driver-schema.ts'
import { eventSchema } from '../record/event.ts'

/** The socket.io namespace that carries every message of this file. */
export const liveNamespace = '/live'

const positiveInteger = z.int().check(z.positive())
const unixMilliseconds = z.int().check(z.gte(0))
const logName = z.string().check(z.minLength(1), z.maxLength(64))
const checksum = z.string().check(z.regex(/^[0-9a-f]{12}$/))

/** Browser to server, after every connect and every gap. Version 0 says: I have nothing. */
export const versionCheckSchema = z.object({
  source: z.literal('browser'),
  action: z.literal('version_check'),
  data: z.object({
    version: z.int().check(z.gte(0)),
    log: z.optional(logName),
    catch_up: z.optional(z.boolean()),
    /**
     * How often this copy was found to differ from the server's since the last answered check. It must stay 0. [P10]
     */
    divergences: z.optional(z.int().check(z.gte(0), z.lte(1000))),
  }),
})

/** Server to browser: the whole list. */
export const allDriversSchema = z.object({
  source: z.literal('server'),
  action: z.literal('all_drivers'),
  data: z.object({
    version: positiveInteger,
    drivers: z.array(driverSchema),
    log: z.optional(logName),
    at: z.optional(unixMilliseconds),
    source_at: z.optional(unixMilliseconds),
    event: z.optional(eventSchema),
    hash: z.optional(checksum),
  }),
})

/**
 * Server to browser: what changed. `from` is the version that the changes start at; absent, it is the one before
 * `version`.
 */
export const updateDriversSchema = z.object({
  source: z.literal('server'),
  action: z.literal('update_drivers'),
  data: z.object({
    version: positiveInteger,
    drivers: z.object({
      create: z.array(z.string()),
      update: z.array(driverSchema),
      destroy: z.array(z.string()),
    }),
    log: z.optional(logName),
    at: z.optional(unixMilliseconds),
    source_at: z.optional(unixMilliseconds),
    from: z.optional(positiveInteger),
    event: z.optional(eventSchema),
    hash: z.optional(checksum),
  }),
})

/** Server to all, every heartbeat: the newest version, so that a lost last message shows. [P8] */
export const currentVersionSchema = z.object({
  source: z.literal('server'),
  action: z.literal('current_version'),
  data: z.object({
    version: positiveInteger,
    log: logName,
    at: unixMilliseconds,
    source_at: z.optional(unixMilliseconds),
    hash: checksum,
    /** The server's clock: ages are told by it, since a phone's may be wrong. */
    now: unixMilliseconds,
    /** Since when the publisher has not been able to use what it reads; absent when all is well. */
    stalled_since: z.optional(unixMilliseconds),
  }),
})

/**
 * What `current_version` says but for the clock: which version is the newest, and how fresh the files behind it are.
 */
export const freshnessSchema = z.omit(currentVersionSchema.shape.data, { now: true })

/** Server to the one who sent what it could not use. [P11] */
export const problemSchema = z.object({
  source: z.literal('server'),
  action: z.literal('problem'),
  data: z.object({ code: z.string(), message: z.string() }),
})

/** Everything that a server may send, told apart by its action. */
export const serverMessageSchema = z.discriminatedUnion('action', [
  allDriversSchema,
  updateDriversSchema,
  currentVersionSchema,
  problemSchema,
])

export type VersionCheck = z.infer<typeof versionCheckSchema>
export type AllDrivers = z.infer<typeof allDriversSchema>
export type UpdateDrivers = z.infer<typeof updateDriversSchema>
export type CurrentVersion = z.infer<typeof currentVersionSchema>
export type Freshness = z.infer<typeof freshnessSchema>
export type Problem = z.infer<typeof problemSchema>
export type ServerMessage = z.infer<typeof serverMessageSchema>
