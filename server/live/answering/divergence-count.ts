import type { Logger } from 'pino'

/** However many browsers say it, one line in this time tells the operator enough. Milliseconds. */
const quietTime = 60_000

export interface DivergenceCount {
  add(divergences: number): void
  count(): number
}

/**
 * Counts what browsers say of lists that were not the server's. It must stay 0: it is how "never wrong" shows in the
 * field. Anybody on the network can claim it. [P10]
 */
export function countDivergences(logger: Logger, now: () => number): DivergenceCount {
  let count = 0
  let warnedAt = Number.NEGATIVE_INFINITY

  return {
    add(divergences) {
      if (divergences === 0) return
      count += divergences
      if (Math.abs(now() - warnedAt) < quietTime) return
      warnedAt = now()
      logger.warn(`a browser's list differed from the server's and is sent again; ${count} since the start`)
    },
    count: () => count,
  }
}
