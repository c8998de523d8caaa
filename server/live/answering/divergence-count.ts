import type { Logger } from 'pino'

/** The shortest time between two warnings, in milliseconds. */
const warningInterval = 60_000

export interface DivergenceCount {
  add(divergences: number): void
  count(): number
}

/**
 * Counts the divergences that browsers report, and warns the operator. The count is to stay 0, but is not proof: any
 * client on the network can report one. [P10]
 */
export function countDivergences(logger: Logger, now: () => number): DivergenceCount {
  let count = 0
  let warnedAt = Number.NEGATIVE_INFINITY

  return {
    add(divergences) {
      if (divergences === 0) return
      count += divergences
      if (Math.abs(now() - warnedAt) < warningInterval) return
      warnedAt = now()
      logger.warn(`a browser's list differed from the server's and is sent again; ${count} since the start`)
    },
    count: () => count,
  }
}
