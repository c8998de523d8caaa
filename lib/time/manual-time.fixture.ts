import type { Timers } from './timers.ts'

/** A clock and timers that move only when a test moves them. */
export interface ManualTime extends Timers {
  /** The wall clock, Unix ms. */
  now(): number
  /** Sets the wall clock forwards or back; no timer fires. */
  jump(milliseconds: number): void
  /** Lets time pass: due timers fire in order, and what they start runs until it waits for a timer. */
  pass(milliseconds: number): Promise<void>
}

export function manualTime(wall = 1_700_000_000_000): ManualTime {
  const timers = new Map<symbol, { readonly at: number; readonly callback: () => void }>()
  let elapsed = 0
  let offset = wall

  return {
    elapsed: () => elapsed,
    now: () => offset + elapsed,
    jump(milliseconds) {
      offset += milliseconds
    },
    after(delay, callback) {
      const id = Symbol('timer')
      timers.set(id, { at: elapsed + delay, callback })
      return () => timers.delete(id)
    },
    async pass(milliseconds) {
      const end = elapsed + milliseconds
      await ready()
      for (;;) {
        const [next] = [...timers].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at)
        if (!next) break
        const [id, { at, callback }] = next
        timers.delete(id)
        elapsed = Math.max(elapsed, at)
        callback()
        await ready()
      }
      elapsed = end
    },
  }
}

/** Resolves when the promises that wait for no timer, file or process have settled. */
function ready(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
