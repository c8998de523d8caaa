/** Elapsed time and timers, independent of the wall clock. Milliseconds. */
export interface Timers {
  /** Time since some moment; it never decreases. */
  elapsed(): number
  /** Calls back once, after the delay. Returns how to cancel it. */
  after(delay: number, callback: () => void): () => void
}

export const systemTimers: Timers = {
  elapsed: () => performance.now(),
  after(delay, callback) {
    const timer = setTimeout(callback, delay)
    return () => clearTimeout(timer)
  },
}
