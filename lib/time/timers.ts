/** How time passes, apart from the clock on the wall. All in milliseconds. */
export interface Timers {
  /** Time since some moment; it never goes back. */
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
