import type { Listener, LogState, Revision } from './revision-log.ts'

export interface Subscribers {
  subscribe(listener: Listener): () => void
  announce(revision: Revision, state: LogState): void
}

/**
 * Tells every listener every revision, in order. One that appends while it listens is told after the others have heard
 * the revision before; one that throws is reported and breaks nothing; one that joins hears what comes after. [L3]
 */
export function createSubscribers(warn: (message: string) => void): Subscribers {
  const listeners = new Set<{ readonly listener: Listener }>()
  const waiting: (() => void)[] = []
  let announcing = false

  return {
    subscribe(listener) {
      const entry = { listener }
      listeners.add(entry)
      return () => {
        listeners.delete(entry)
      }
    },
    announce(revision, state) {
      for (const entry of listeners) {
        waiting.push(() => {
          if (listeners.has(entry)) tell(entry.listener, revision, state, warn)
        })
      }
      if (announcing) return
      announcing = true
      for (let next = waiting.shift(); next; next = waiting.shift()) next()
      announcing = false
    },
  }
}

function tell(listener: Listener, revision: Revision, state: LogState, warn: (message: string) => void): void {
  try {
    listener(revision, state)
  } catch (error) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
    warn(`A listener failed at version ${revision.version}, which is published all the same: ${reason}`)
  }
}
