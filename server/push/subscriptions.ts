import { createHash } from 'node:crypto'
import type { Timers } from '../../lib/time/timers.ts'
import { pacedSave } from './paced-save.ts'
import type { Occasion, Subscription, SubscriptionFile } from './subscription-file.ts'

export interface SubscriptionLimits {
  readonly most: number
  /** In characters of the file, so that many long ones cannot fill memory and disk. */
  readonly mostCharacters: number
}

export const defaultSubscriptionLimits: SubscriptionLimits = { most: 5000, mostCharacters: 8_000_000 }

/** Who is told of whom. Each has an id that can be made of its endpoint, and leads to it nowhere else. */
export interface Subscriptions {
  count(): number
  ids(): readonly string[]
  get(id: string): Subscription | undefined
  followersOf(driverName: string): ReadonlySet<string>
  occasion(): Occasion
  /** Adds or replaces one. Resolves when that is durable: `not_stored` and `full` leave everything as it was. */
  put(subscription: Subscription): Promise<'stored' | 'full' | 'not_stored'>
  /** Erases these at once, and in the file as soon as it can be written. Returns how many there were. */
  erase(ids: Iterable<string>): number
  setOccasion(occasion: Occasion): void
  /** Writes what there is, even if nothing changed. */
  saveSoon(): void
  /** Resolves when everything is stored, or cannot be. */
  close(): Promise<void>
}

export interface SubscriptionParts {
  readonly file: SubscriptionFile
  readonly first: { readonly occasion: Occasion; readonly subscriptions: readonly Subscription[] }
  readonly timers: Timers
  readonly limits: SubscriptionLimits
  readonly warn: (message: string) => void
}

export function subscriptionId(endpoint: string): string {
  return createHash('sha256').update(endpoint).digest('base64url')
}

const nobody: ReadonlySet<string> = new Set()

export function createSubscriptions({ file, first, timers, limits, warn }: SubscriptionParts): Subscriptions {
  const all = new Map<string, { readonly subscription: Subscription; readonly line: string }>()
  const followers = new Map<string, Set<string>>()
  let occasion = first.occasion
  let characters = 0

  function set(id: string, subscription: Subscription | undefined): void {
    const old = all.get(id)
    for (const name of old?.subscription.names ?? []) {
      const ids = followers.get(name)
      ids?.delete(id)
      if (ids?.size === 0) followers.delete(name)
    }
    all.delete(id)
    characters -= old?.line.length ?? 0
    if (!subscription) return
    const line = JSON.stringify(subscription)
    characters += line.length
    all.set(id, { subscription, line })
    for (const name of subscription.names) followers.set(name, (followers.get(name) ?? new Set()).add(id))
  }

  const { save, close } = pacedSave(
    () =>
      file.write(
        occasion,
        Array.from(all.values(), ({ line }) => line),
      ),
    timers,
  )
  const saveSoon = () => {
    save().catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error)
      warn(`push.jsonl cannot be written: ${reason}. After a restart, erased subscriptions may be back.`)
    })
  }
  for (const subscription of first.subscriptions) set(subscriptionId(subscription.endpoint), subscription)

  return {
    count: () => all.size,
    ids: () => [...all.keys()],
    get: (id) => all.get(id)?.subscription,
    followersOf: (driverName) => followers.get(driverName) ?? nobody,
    occasion: () => occasion,
    async put(subscription) {
      const id = subscriptionId(subscription.endpoint)
      const old = all.get(id)?.subscription
      set(id, subscription)
      if (all.size > limits.most || characters > limits.mostCharacters) {
        set(id, old)
        return 'full'
      }
      try {
        await save()
        return 'stored'
      } catch {
        // A later change of the same one stays.
        if (all.get(id)?.subscription === subscription) set(id, old)
        return 'not_stored'
      }
    },
    erase(ids) {
      const before = all.size
      for (const id of ids) set(id, undefined)
      if (all.size < before) saveSoon()
      return before - all.size
    },
    setOccasion(next) {
      occasion = next
      // Nothing is stored of an event that nobody wants news of.
      if (all.size > 0) saveSoon()
    },
    saveSoon,
    close,
  }
}
