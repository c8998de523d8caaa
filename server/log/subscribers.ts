import type { Listener, LogState, Revision } from './revision-log.ts'

export interface Subscribers {
  subscribe(listener: Listener): () => void
  announce(revision: Revision, state: LogState): void
}

/**
 * Notifies all listeners of each revision before the next one, also when a listener appends. A listener that throws is
 * reported with `warn`. A listener that is added during a notification gets only later revisions. [L3]
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
          if (listeners.has(entry)) notify(entry.listener, revision, state, warn)
        })
      }
      if (announcing) return
      announcing = true
      for (let next = waiting.shift(); next; next = waiting.shift()) next()
      announcing = false
    },
  }
}

function notify(listener: Listener, revision: Revision, state: LogState, warn: (message: string) => void): void {
  try {
    listener(revision, state)
  } catch (error) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
    warn(`A listener failed at version ${revision.version}, which is published all the same: ${reason}`)
  }
}
