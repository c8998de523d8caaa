import type { Logger } from 'pino'
import type { PushNotification } from '../../lib/push/push-notification.ts'
import type { Timers } from '../../lib/time/timers.ts'
import { type FollowNewsParts, followNews } from './follow-news.ts'
import { isOtherOccasion, occasionOf } from './occasion.ts'
import { createPushQueue, defaultQueueLimits, type PushOutcome } from './push-queue.ts'
import { createPushRoutes, type PushRouteParts, type PushRoutes } from './push-routes.ts'
import { createPushSender } from './send-push.ts'
import { subscriptionFile } from './subscription-file.ts'
import { createSubscriptions, defaultSubscriptionLimits } from './subscriptions.ts'
import { loadVapidKeys } from './vapid-keys.ts'

export interface PushParts extends Pick<FollowNewsParts, 'log' | 'desk'>, Pick<PushRouteParts, 'limits'> {
  readonly stateFolder: string
  /** Replaces a file as a whole, durably, so that no other user can read it. */
  readonly writeFile: (path: string, text: string) => Promise<void>
  /** Origins of push services beside those of the browsers. */
  readonly services: readonly string[]
  readonly publicOrigin: string | undefined
  readonly timers: Timers
  /** Unix ms. */
  readonly now: () => number
  readonly logger: Pick<Logger, 'info' | 'warn'>
}

export interface PushCounts {
  readonly subscriptions: number
  readonly queued: number
  /** Notifications since the start. */
  readonly outcomes: Readonly<Record<PushOutcome, number>>
}

export interface Push {
  /** Answers the requests of browsers that subscribe. Returns false for every other request. */
  readonly handle: PushRoutes
  counts(): PushCounts
  /** Erases all subscriptions, and returns how many there were. */
  eraseAll(): number
  /** Drops what waits, and resolves when the subscriptions are stored. */
  stop(): Promise<void>
}

/** How often subscriptions are looked through for those whose time is over, in ms. */
const sweepInterval = 10 * 60_000
/** The shortest time between two lines of the log about one push service, in ms. */
const lineInterval = 60_000

/** Notifications for phones: the keys, who subscribed, and what is sent. Rejects when the keys cannot be stored. */
export async function startPush(parts: PushParts): Promise<Push> {
  const { stateFolder, writeFile, log, desk, timers, now, logger } = parts
  const { keys, areNew } = await loadVapidKeys(stateFolder, writeFile)
  const file = subscriptionFile(stateFolder, writeFile)
  const stored = await file.read()
  const occasion = occasionOf(log.current())
  const isSame = !areNew && stored.occasion !== undefined && !isOtherOccasion(stored.occasion, occasion)
  const subscriptions = createSubscriptions({
    ...{ file, timers, limits: defaultSubscriptionLimits, warn: (message: string) => logger.warn(message) },
    first: isSame && stored.occasion ? { ...stored, occasion: stored.occasion } : { occasion, subscriptions: [] },
  })
  // Of an event that is over: they are no more in the file, either.
  if (!isSame && stored.subscriptions.length > 0) subscriptions.saveSoon()

  const sender = createPushSender(keys)
  const outcomes = { sent: 0, failed: 0, gone: 0, dropped: 0 }
  const lines = new Map<string, number>()
  const queue = createPushQueue({
    async send({ id, notification }, ttl) {
      const subscription = subscriptions.get(id)
      return subscription && sender.send(subscription, notification, ttl)
    },
    onOutcome(outcome, { id, service }, reason) {
      outcomes[outcome] += 1
      if (outcome === 'gone') subscriptions.erase([id])
      const last = lines.get(service)
      if (outcome !== 'failed' || (last !== undefined && timers.elapsed() - last < lineInterval)) return
      lines.set(service, timers.elapsed())
      logger.warn({ service, failed: outcomes.failed }, `a push service did not take a notification: ${reason}`)
    },
    timers,
    limits: defaultQueueLimits,
  })
  const deliver = (id: string, notification: PushNotification, ttl: number) => {
    const subscription = subscriptions.get(id)
    if (subscription) queue.add({ id, notification, ttl, service: new URL(subscription.endpoint).origin })
  }
  const news = followNews({ log, desk, subscriptions, deliver, timers })

  let cancelSweep = () => {}
  const sweep = () => {
    subscriptions.erase(subscriptions.ids().filter((id) => (subscriptions.get(id)?.until ?? 0) <= now()))
    cancelSweep = timers.after(sweepInterval, sweep)
  }
  sweep()

  return {
    handle: createPushRoutes({ ...parts, key: keys.publicKey, subscriptions, deliver, catchUp: news.catchUp }),
    counts: () => ({ subscriptions: subscriptions.count(), queued: queue.count(), outcomes: { ...outcomes } }),
    eraseAll() {
      const count = subscriptions.erase(subscriptions.ids())
      if (count > 0) logger.info({ count }, 'all subscriptions to notifications are erased')
      return count
    },
    stop() {
      cancelSweep()
      news.stop()
      queue.stop()
      sender.close()
      return subscriptions.close()
    },
  }
}
