import * as z from 'zod/mini'
import { deskStateSchema } from '../desk/desk-schema.ts'
import { driverSchema } from '../record/driver-schema.ts'
import { eventSchema } from '../record/event.ts'

/** The socket.io namespace of all messages in this file. */
export const liveNamespace = '/live'

const positiveInteger = z.int().check(z.positive())
const unixMilliseconds = z.int().check(z.gte(0))
const logName = z.string().check(z.minLength(1), z.maxLength(64))
const checksum = z.string().check(z.regex(/^[0-9a-f]{12}$/))

/** Browser to server, after each connect and each gap. Version 0: the browser has no list. */
export const versionCheckSchema = z.object({
  source: z.literal('browser'),
  action: z.literal('version_check'),
  data: z.object({
    version: z.int().check(z.gte(0)),
    log: z.optional(logName),
    catch_up: z.optional(z.boolean()),
    /** Checksum mismatches of this replica since the last answered check. It must stay 0. [P10] */
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

/** Server to browser: changes from version `from` to `version`. Without `from` they start at the version before. */
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

/** Server to all browsers, each heartbeat: the newest version, so that a lost last message is noticed. [P8] */
export const currentVersionSchema = z.object({
  source: z.literal('server'),
  action: z.literal('current_version'),
  data: z.object({
    version: positiveInteger,
    log: logName,
    at: unixMilliseconds,
    source_at: z.optional(unixMilliseconds),
    hash: checksum,
    /** The server's clock. Ages are measured by it, because a phone's clock can be wrong. */
    now: unixMilliseconds,
    /** The time since when the publisher has been stalled; absent when it is not. */
    stalled_since: z.optional(unixMilliseconds),
    /** True while the publisher is stalled because it holds a list; absent otherwise. */
    held: z.optional(z.literal(true)),
  }),
})

/** `current_version` without the clock: the newest version, and the age of the timing files behind it. */
export const freshnessSchema = z.omit(currentVersionSchema.shape.data, { now: true })

/** Server to all browsers: what the desk says, first on each connection if it ever said something. [P15] */
const deskSchema = z.object({
  source: z.literal('server'),
  action: z.literal('desk'),
  data: deskStateSchema,
})

/** Server to the browser whose message it cannot use. [P11] */
export const problemSchema = z.object({
  source: z.literal('server'),
  action: z.literal('problem'),
  data: z.object({ code: z.string(), message: z.string() }),
})

/** All messages of a server, discriminated by `action`. */
export const serverMessageSchema = z.discriminatedUnion('action', [
  allDriversSchema,
  updateDriversSchema,
  currentVersionSchema,
  deskSchema,
  problemSchema,
])

export type VersionCheck = z.infer<typeof versionCheckSchema>
export type AllDrivers = z.infer<typeof allDriversSchema>
export type UpdateDrivers = z.infer<typeof updateDriversSchema>
export type CurrentVersion = z.infer<typeof currentVersionSchema>
export type Freshness = z.infer<typeof freshnessSchema>
export type DeskSays = z.infer<typeof deskSchema>
export type Problem = z.infer<typeof problemSchema>
export type ServerMessage = z.infer<typeof serverMessageSchema>
