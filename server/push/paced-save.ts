import type { Timers } from '../../lib/time/timers.ts'

/** The shortest time from the end of one write to the begin of the next, in milliseconds: each takes the whole file. */
const interval = 1000

export interface PacedSave {
  /**
   * Resolves when all that had changed by its call is durable, and rejects when that cannot be stored. Calls during a
   * write, or soon after it, share the next one.
   */
  save(): Promise<void>
  /** Writes what waits at once, and resolves when no write is under way any more. */
  close(): Promise<void>
}

export function pacedSave(write: () => Promise<void>, timers: Timers): PacedSave {
  let free: Promise<void> = Promise.resolve()
  let next: Promise<void> | undefined
  let isClosing = false
  let endPause = () => {}

  async function writeWhenFree(): Promise<void> {
    await free
    next = undefined
    const written = write()
    free = written.catch(() => undefined).then(pause)
    await written
  }

  async function pause(): Promise<void> {
    if (isClosing) return
    await new Promise<void>((resolve) => {
      const cancel = timers.after(interval, resolve)
      endPause = () => {
        cancel()
        resolve()
      }
    })
  }

  return {
    save() {
      next ??= writeWhenFree()
      return next
    },
    async close() {
      isClosing = true
      endPause()
      await next?.catch(() => undefined)
      await free
    },
  }
}
