import { createContext } from 'react'
import { nothingUnseen, type Unseen, withChanged, withSeen } from '../../lib/unseen.ts'

/** Which entries changed and were not in sight since. Who listens asks for one entry, and renders only when that differs. */
export interface UnseenStore {
  has(name: string): boolean
  /** These changed; those who listen are not told yet. */
  changed(names: readonly string[]): void
  /** Those who listen look whether theirs is another than they showed. */
  tell(): void
  seen(name: string): void
  subscribe(listener: () => void): () => void
}

export function createUnseenStore(): UnseenStore {
  let unseen: Unseen = nothingUnseen
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  return {
    has: (name) => unseen.has(name),
    changed(names) {
      unseen = withChanged(unseen, names)
    },
    tell,
    seen(name) {
      const before = unseen
      unseen = withSeen(unseen, name)
      if (unseen !== before) tell()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Where nobody keeps what was seen, everything was. */
export const UnseenContext = createContext<UnseenStore>(createUnseenStore())
