import * as z from 'zod/mini'
import { longestEndpoint, longestPushName, mostPushNames } from './push-limits.ts'

const endpoint = z.string().check(z.minLength(1), z.maxLength(longestEndpoint))
const names = z
  .array(z.string().check(z.minLength(1), z.maxLength(longestPushName)))
  .check(z.minLength(1), z.maxLength(mostPushNames))

/**
 * What a browser's `PushSubscription.toJSON()` has: where its push service takes messages, and the keys that only the
 * browser can read them with (RFC 8291): an uncompressed point of P-256 and 16 bytes, in base64url.
 */
export const pushSubscriptionSchema = z.object({
  endpoint,
  keys: z.object({
    p256dh: z.string().check(z.regex(/^B[\w-]{86}$/)),
    auth: z.string().check(z.regex(/^[\w-]{22}$/)),
  }),
})

/**
 * Begins to send news of the drivers `names`, or changes for whom; with `renews` only if the server still has it, so
 * that nobody subscribes again without being asked. Without `names`, the subscription takes over those of the endpoint
 * that it `replaces`: a browser renewed it by itself.
 */
export const subscribeSchema = z.union([
  z.object({ subscription: pushSubscriptionSchema, names, renews: z.optional(z.boolean()) }),
  z.object({ subscription: pushSubscriptionSchema, replaces: endpoint }),
])

export const unsubscribeSchema = z.object({ endpoint })

export type SubscribeRequest = Readonly<z.infer<typeof subscribeSchema>>
