// All times are in milliseconds.

/** The timeout when answers are immediate. */
const shortest = 1000
/** The upper bound. */
const longest = 5000

export interface AnswerTimeout {
  /** A check was sent. */
  asked(): void
  /** A message arrived: most likely the answer to the last check. */
  heard(): void
  /** How long to wait for an answer, or for a connection to open, before the connection is dead. */
  limit(): number
}

/**
 * A timeout that adapts to the last answer time: where a busy mobile network makes answers slow, a new connection would
 * be slower still.
 */
export function createAnswerTimeout(now: () => number): AnswerTimeout {
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
