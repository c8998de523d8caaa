import type { PushNotification } from '../../lib/push/push-notification.ts'

/** For one subscription, at the push service with the origin `service`. */
export interface Delivery {
  readonly id: string
  readonly service: string
  readonly notification: PushNotification
  /** In seconds: after that it is no news. */
  readonly ttl: number
}

/** A delivery that waits, since so many ms of a timer, after so many tries. */
export interface WaitingDelivery {
  readonly delivery: Delivery
  readonly since: number
  readonly tries: number
}

export interface WaitingDeliveries {
  count(): number
  /** Replaces what waits with the same key; it keeps its turn. */
  put(one: WaitingDelivery): void
  has(key: string): boolean
  /** Takes the first one whose service and key are free; the services take turns. */
  take(isFree: (service: string) => boolean, isKeyFree: (key: string) => boolean): WaitingDelivery | undefined
  /** Takes the one of a service that has waited longest. */
  takeOldest(service: string): WaitingDelivery | undefined
  services(): readonly string[]
}

/** The subscription and the tag: of these, only the newest notification is sent. */
export function keyOf({ id, notification }: Delivery): string {
  return `${id} ${notification.tag}`
}

/** What waits, by service and key. */
export function createWaitingDeliveries(): WaitingDeliveries {
  const services = new Map<string, Map<string, WaitingDelivery>>()
  let count = 0

  function remove(service: string, key: string): void {
    const waiting = services.get(service)
    if (waiting?.delete(key)) count -= 1
    if (waiting?.size === 0) services.delete(service)
  }

  return {
    count: () => count,
    put(one) {
      const { service } = one.delivery
      const waiting = services.get(service) ?? new Map<string, WaitingDelivery>()
      services.set(service, waiting)
      if (!waiting.has(keyOf(one.delivery))) count += 1
      waiting.set(keyOf(one.delivery), one)
    },
    has: (key) => [...services.values()].some((waiting) => waiting.has(key)),
    take(isFree, isKeyFree) {
      for (const [service, waiting] of services) {
        if (!isFree(service)) continue
        for (const [key, one] of waiting) {
          if (!isKeyFree(key)) continue
          // Its next turn is after all others.
          services.delete(service)
          services.set(service, waiting)
          remove(service, key)
          return one
        }
      }
      return undefined
    },
    takeOldest(service) {
      for (const [key, one] of services.get(service) ?? []) {
        remove(service, key)
        return one
      }
      return undefined
    },
    services: () => [...services.keys()],
  }
}
