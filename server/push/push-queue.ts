import type { Timers } from '../../lib/time/timers.ts'
import type { Sending } from './send-push.ts'
import { createWaitingDeliveries, type Delivery, keyOf, type WaitingDelivery } from './waiting-deliveries.ts'

export interface PushQueueLimits {
  /** How many requests may be under way at once, to all push services and to one. */
  readonly atOnce: number
  readonly atOnceOfService: number
  /** The time from one request to the next, in ms: encrypting takes one, and the published list comes first. */
  readonly interval: number
  /** How many notifications may wait; beyond that, the oldest of the service is dropped. */
  readonly waiting: number
  /** The pauses before further tries, in ms. */
  readonly pauses: readonly number[]
  /** The longest pause that a push service can ask for, in ms. */
  readonly longestPause: number
}

export const defaultQueueLimits: PushQueueLimits = {
  ...{ atOnce: 16, atOnceOfService: 8, interval: 5, waiting: 20_000 },
  ...{ pauses: [5000, 30_000], longestPause: 300_000 },
}

/** `dropped`: too old, one too many, or for a subscription that was erased. */
export type PushOutcome = 'sent' | 'failed' | 'gone' | 'dropped'

export interface PushQueueParts {
  /** Undefined: the subscription was erased. Never rejects. */
  readonly send: (delivery: Delivery, ttl: number) => Promise<Sending | undefined>
  readonly onOutcome: (outcome: PushOutcome, delivery: Delivery, reason: string) => void
  readonly timers: Timers
  readonly limits: PushQueueLimits
}

export interface PushQueue {
  /** Replaces what waits for the same subscription with the same tag. */
  add(delivery: Delivery): void
  /** How many wait or are under way. */
  count(): number
  stop(): void
}

/**
 * Sends notifications, a few at once, one every few milliseconds, and the push services take turns: a slow one slows
 * down no other. Two of one key are never under way at once, so that the newer one arrives last.
 */
export function createPushQueue({ send, onOutcome, timers, limits }: PushQueueParts): PushQueue {
  const waiting = createWaitingDeliveries()
  const underWay = new Map<string, Delivery>()
  const pausedUntil = new Map<string, number>()
  let due: { readonly at: number; readonly cancel: () => void } | undefined
  let isStopped = false

  /** Looks what can be sent after so many ms, or earlier if that is planned already. */
  function plan(delay: number): void {
    const at = timers.elapsed() + delay
    if (isStopped || (due && due.at <= at)) return
    due?.cancel()
    due = { at, cancel: timers.after(delay, sendNext) }
  }

  function sendNext(): void {
    due = undefined
    for (const [service, end] of pausedUntil) if (end <= timers.elapsed()) pausedUntil.delete(service)
    if (underWay.size >= limits.atOnce) return
    const next = waiting.take(isFree, (key) => !underWay.has(key))
    if (next) {
      void start(next)
      plan(limits.interval)
    } else {
      const ends = waiting.services().flatMap((service) => pausedUntil.get(service) ?? [])
      if (ends.length > 0) plan(Math.max(limits.interval, Math.min(...ends) - timers.elapsed()))
    }
  }

  function isFree(service: string): boolean {
    if (pausedUntil.has(service)) return false
    let count = 0
    for (const one of underWay.values()) if (one.service === service) count += 1
    return count < limits.atOnceOfService
  }

  async function start(one: WaitingDelivery): Promise<void> {
    const { delivery, since } = one
    const left = delivery.ttl - Math.floor((timers.elapsed() - since) / 1000)
    if (left <= 0) return onOutcome('dropped', delivery, 'it was too old')
    const key = keyOf(delivery)
    underWay.set(key, delivery)
    const sending = await send(delivery, left)
    underWay.delete(key)
    if (isStopped) return
    if (!sending) onOutcome('dropped', delivery, 'the subscription was erased')
    else if (sending.kind === 'later') tryLater(one, sending)
    else onOutcome(sending.kind, delivery, sending.kind === 'failed' ? sending.reason : '')
    plan(limits.interval)
  }

  function tryLater(one: WaitingDelivery, { reason, delay }: Extract<Sending, { kind: 'later' }>): void {
    const { delivery, tries } = one
    const pause = limits.pauses[tries]
    const length = Math.min(delay ?? pause ?? limits.interval, limits.longestPause)
    pausedUntil.set(delivery.service, timers.elapsed() + length)
    if (pause === undefined) onOutcome('failed', delivery, reason)
    else if (!waiting.has(keyOf(delivery))) waiting.put({ ...one, tries: tries + 1 })
  }

  return {
    add(delivery) {
      waiting.put({ delivery, since: timers.elapsed(), tries: 0 })
      if (waiting.count() > limits.waiting) {
        const oldest = waiting.takeOldest(delivery.service)
        if (oldest) onOutcome('dropped', oldest.delivery, 'too many wait')
      }
      plan(limits.interval)
    },
    count: () => waiting.count() + underWay.size,
    stop() {
      isStopped = true
      due?.cancel()
    },
  }
}
