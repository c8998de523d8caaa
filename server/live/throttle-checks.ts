/** A malformed message is answered with `problem`; this many close the connection. [P11] */
export const maximumMalformed = 10

/** No browser asks so often while it waits for one answer. [P11] */
const maximumPostponed = 200

export interface CheckLimit {
  /** How many answers a socket may get at once, and how long it then takes to earn one more (milliseconds). */
  readonly burst: number
  readonly interval: number
}

export const defaultCheckLimit: CheckLimit = { burst: 5, interval: 1000 }

/**
 * Limits how often `answer` runs, and loses no request: what comes too early is answered once, with the newest request,
 * as soon as it is allowed. Calls `tooMany` when somebody does nothing but ask. A version_check costs 90 bytes to send
 * and a whole list to answer. [P11]
 */
export function throttleChecks<Request>(
  answer: (request: Request) => void,
  { burst, interval }: CheckLimit,
  tooMany: () => void,
): { ask: (request: Request) => void; stop: () => void } {
  let allowance = burst
  let countedAt = performance.now()
  let waiting: { readonly request: Request } | undefined
  let timer: NodeJS.Timeout | undefined
  let postponed = 0

  function ask(request: Request): void {
    const now = performance.now()
    allowance = Math.min(burst, allowance + (now - countedAt) / interval)
    countedAt = now
    if (timer === undefined && allowance >= 1) {
      allowance -= 1
      postponed = 0
      answer(request)
      return
    }
    waiting = { request }
    postponed += 1
    if (postponed > maximumPostponed) tooMany()
    timer ??= setTimeout(answerWaiting, Math.max(0, (1 - allowance) * interval))
  }

  function answerWaiting(): void {
    timer = undefined
    const { request } = waiting ?? {}
    waiting = undefined
    if (request !== undefined) ask(request)
  }

  return { ask, stop: () => clearTimeout(timer) }
}
