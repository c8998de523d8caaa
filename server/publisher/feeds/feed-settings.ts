import * as z from 'zod/mini'
import { parseAddress } from './address.ts'

/** More than any event has; each is a connection that Paddock keeps. */
const mostFeeds = 5

const address = z
  .string()
  .check(
    z.refine(
      (text) => parseAddress(text) !== undefined,
      'is no address such as "192.168.1.10:50000" or "timing.local"; without a port it is 50000',
    ),
  )
const name = z.string().check(z.regex(/^[a-z][a-z0-9_]{0,39}$/))

/** The `sources` of event.yaml: what templates call the feed, and where it is. */
export const feedSettingsSchema = z
  .record(name, z.strictObject({ rmonitor: address }))
  .check(z.refine((feeds) => Object.keys(feeds).length <= mostFeeds, `has more than ${mostFeeds} entries`))

export type FeedSettings = Readonly<z.infer<typeof feedSettingsSchema>>
