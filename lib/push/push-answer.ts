import * as z from 'zod/mini'

/** Why a subscription is not taken: each has a sentence for people in the answer, too. */
export const pushRefusals = [
  'malformed',
  'other_origin',
  'unknown_service',
  'unknown_subscription',
  'too_often',
  'full',
  'not_stored',
] as const
export type PushRefusal = (typeof pushRefusals)[number]

/** The key by which a browser lets this server alone send to it (RFC 8292), in base64url. */
export const pushKeyAnswerSchema = z.object({ key: z.string() })

/** `until`: when the subscription is erased at the latest, in Unix ms. */
export const subscribedAnswerSchema = z.object({ until: z.int() })

export const refusedAnswerSchema = z.object({ reason: z.enum(pushRefusals), message: z.string() })
