import type { Timers } from '../../../lib/time/timers.ts'

export interface Deadlines<Key> {
  /** Starts the deadline of a key; it starts again when it is running. */
  start(key: Key): void
  stop(key: Key): void
  isRunning(key: Key): boolean
}

/** Equally long deadlines of many keys, with one timer. Calls `onDue` once for a key, after `delay` milliseconds. */
export function createDeadlines<Key>(
  delay: number,
  { elapsed, after }: Timers,
  onDue: (key: Key) => void,
): Deadlines<Key> {
  /** When they started, the oldest first. */
  const running = new Map<Key, number>()
  let cancel: (() => void) | undefined

  function watchOldest(): void {
    const [oldest] = running.values()
    cancel?.()
    cancel = oldest === undefined ? undefined : after(Math.max(0, oldest + delay - elapsed()), sweep)
  }

  function sweep(): void {
    for (const [key, since] of running) {
      if (elapsed() < since + delay) break
      running.delete(key)
      onDue(key)
    }
    watchOldest()
  }

  return {
    start(key) {
      running.delete(key)
      running.set(key, elapsed())
      if (!cancel) watchOldest()
    },
    stop(key) {
      running.delete(key)
      if (running.size > 0) return
      cancel?.()
      cancel = undefined
    },
    isRunning: (key) => running.has(key),
  }
}
