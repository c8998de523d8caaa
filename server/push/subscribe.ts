import { ECDH } from 'node:crypto'
import { erasedAt } from '../../lib/push/erased-at.ts'
import type { PushNotification } from '../../lib/push/push-notification.ts'
import type { PushRefusal } from '../../lib/push/push-refusal.ts'
import type { SubscribeRequest } from '../../lib/push/push-request.ts'
import { firstNotification } from '../../lib/push/push-words.ts'
import { displayName } from '../../lib/record/driver.ts'
import type { RevisionLog } from '../log/revision-log.ts'
import { isPushService } from './push-services.ts'
import { type Subscriptions, subscriptionId } from './subscriptions.ts'

export interface SubscribeParts {
  readonly subscriptions: Subscriptions
  readonly log: Pick<RevisionLog, 'current'>
  readonly deliver: (id: string, notification: PushNotification, ttl: number) => void
  readonly services: readonly string[]
  /** Delivers the news of the last revision to those who have subscribed so far. */
  readonly catchUp: () => void
  /** Unix ms. */
  readonly now: () => number
}

/** Whether the client may make one more subscription; asked only when it is a new one. */
export type MayBegin = () => Promise<boolean>

/** `erased`: what was to be renewed is no longer there. `until` is Unix ms. */
type Subscribed = { readonly kind: 'subscribed'; readonly until: number } | { readonly kind: 'erased' } | PushRefusal

/** In seconds, for the first notification: later nobody looks at the switch any more. */
const firstTtl = 300

/**
 * Takes or changes the subscription of a browser. `contact` is the origin of its page. Its endpoint is the only proof
 * that is asked for: nobody else knows it, and no answer shows one.
 */
export async function subscribe(
  request: SubscribeRequest,
  contact: string,
  mayBegin: MayBegin,
  { subscriptions, log, deliver, services, catchUp, now }: SubscribeParts,
): Promise<Subscribed> {
  const { endpoint, keys } = request.subscription
  if (!isPushService(endpoint, services)) return 'unknown_service'
  if (!isPoint(keys.p256dh)) return 'malformed'
  const id = subscriptionId(endpoint)
  const replaced = 'replaces' in request ? subscriptionId(request.replaces) : undefined
  const names = 'names' in request ? [...new Set(request.names)] : subscriptions.get(replaced ?? id)?.names
  if (!names) return 'unknown_subscription'
  const isNew = subscriptions.get(id) === undefined
  if (isNew && 'renews' in request && request.renews) return { kind: 'erased' }
  if (isNew && !(await mayBegin())) return 'too_often'

  if (isNew) catchUp()
  const { event, drivers } = log.current()
  const until = erasedAt(now(), event?.date)
  const answer = await subscriptions.put({ endpoint, keys, names, contact, until })
  if (answer !== 'stored') return answer
  if (replaced !== undefined && replaced !== id) subscriptions.erase([replaced])
  if (isNew && replaced === undefined) {
    const shown = names.map((name) => displayName(drivers.get(name) ?? { driver_name: name }))
    deliver(id, firstNotification(shown, event?.title ?? 'Live results'), firstTtl)
  }
  return { kind: 'subscribed', until }
}

function isPoint(key: string): boolean {
  try {
    ECDH.convertKey(key, 'prime256v1', 'base64url')
    return true
  } catch {
    return false
  }
}
