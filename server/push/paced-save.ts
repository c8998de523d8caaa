import type { Timers } from '../../lib/time/timers.ts'

/** The shortest time from the end of one write to the begin of the next, in milliseconds: each takes the whole file. */
const interval = 1000

/**
 * Makes a function that saves: it resolves when all that had changed by its call is durable, and rejects when that
 * cannot be stored. Calls during a write, or soon after it, share the next one.
 */
export function pacedSave(write: () => Promise<void>, timers: Timers): () => Promise<void> {
  let free: Promise<void> = Promise.resolve()
  let next: Promise<void> | undefined

  async function writeWhenFree(): Promise<void> {
    await free
    next = undefined
    const written = write()
    free = written.catch(() => undefined).then(() => new Promise((resolve) => void timers.after(interval, resolve)))
    await written
  }

  return () => {
    next ??= writeWhenFree()
    return next
  }
}
