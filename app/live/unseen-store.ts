import { createContext } from 'react'
import { nothingUnseen, type Unseen, withChanged, withSeen } from '../../lib/unseen.ts'

/** Which entries changed and were not in sight since. Who listens asks for one entry, and renders only when that differs. */
export interface UnseenStore {
  has(name: string): boolean
  changed(names: readonly string[]): void
  seen(name: string): void
  subscribe(listener: () => void): () => void
}

export function createUnseenStore(): UnseenStore {
  let unseen: Unseen = nothingUnseen
  const listeners = new Set<() => void>()
  const set = (next: Unseen) => {
    if (next === unseen) return
    unseen = next
    for (const listener of listeners) listener()
  }
  return {
    has: (name) => unseen.has(name),
    changed: (names) => set(withChanged(unseen, names)),
    seen: (name) => set(withSeen(unseen, name)),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Where nobody keeps what was seen, everything was. */
export const UnseenContext = createContext<UnseenStore>(createUnseenStore())
