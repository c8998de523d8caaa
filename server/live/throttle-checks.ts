import type { Timers } from '../../lib/time/timers.ts'

/** No browser sends so many checks while it waits for one answer. [P11] */
const maximumPostponed = 200

export interface CheckLimit {
  /** How many checks of a socket are answered at once, and after how many milliseconds one more is. */
  readonly burst: number
  readonly interval: number
}

export const defaultCheckLimit: CheckLimit = { burst: 5, interval: 1000 }

/**
 * Limits how often `answer` runs, since a check of 90 bytes may cost a whole list. Of early requests only the newest is
 * answered, as soon as the limit allows. Calls `onExcess` when too many requests wait for one answer. [P11]
 */
export function throttleChecks<Request>(
  answer: (request: Request) => void,
  { burst, interval }: CheckLimit,
  onExcess: () => void,
  timers: Timers,
): { add: (request: Request) => void; stop: () => void } {
  let allowance = burst
  let countedAt = timers.elapsed()
  let waiting: { readonly request: Request } | undefined
  let cancelTimer: (() => void) | undefined
  let postponed = 0

  function add(request: Request): void {
    const now = timers.elapsed()
    allowance = Math.min(burst, allowance + (now - countedAt) / interval)
    countedAt = now
    if (cancelTimer === undefined && allowance >= 1) {
      allowance -= 1
      postponed = 0
      answer(request)
      return
    }
    waiting = { request }
    postponed += 1
    if (postponed > maximumPostponed) onExcess()
    cancelTimer ??= timers.after(Math.ceil((1 - Math.min(1, allowance)) * interval), answerWaiting)
  }

  function answerWaiting(): void {
    cancelTimer = undefined
    const { request } = waiting ?? {}
    waiting = undefined
    if (request !== undefined) add(request)
  }

  return { add, stop: () => cancelTimer?.() }
}
