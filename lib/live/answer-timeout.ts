// All times are in milliseconds.

/** Where answers are quick. */
const shortest = 1000
/** Where they take long. */
const longest = 5000

export interface Patience {
  /** A question is on its way. */
  asked(): void
  /** Something was heard: the answer, most likely. */
  heard(): void
  /** How long to wait for an answer, or for a connection to open, before the connection counts as dead. */
  limit(): number
}

/**
 * Learns from each answer how long the next one may take: a busy cell is slow, and a new connection would be slower
 * still.
 */
export function createPatience(now: () => number): Patience {
  let askedAt: number | undefined
  let answerTime = 0
  return {
    asked() {
      askedAt = now()
    },
    heard() {
      if (askedAt !== undefined) answerTime = now() - askedAt
      askedAt = undefined
    },
    limit: () => Math.min(longest, shortest + 4 * answerTime),
  }
}
