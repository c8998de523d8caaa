import type { Timers } from '../../lib/time/timers.ts'

export interface TryLimits {
  /** The time from one comparison to the next, in milliseconds: it bounds how fast a password can be guessed. */
  readonly interval: number
  /** How many tries may wait, of all addresses and of one. */
  readonly waiting: number
  readonly waitingOfAddress: number
}

export type Verdict = 'right' | 'wrong' | 'full'

interface Try {
  readonly attempt: string
  readonly settle: (verdict: Verdict) => void
  readonly fail: (error: unknown) => void
}

/**
 * Compares passwords one after the other, and the addresses take turns. A try that finds no place is `full` at once,
 * and is not compared. What waits is bounded, and so is the memory for it.
 */
export function createTryQueue(
  matches: (attempt: string) => Promise<boolean>,
  timers: Timers,
  limits: TryLimits,
): (attempt: string, address: string) => Promise<Verdict> {
  // In the order of their turns: an address that had its turn goes to the end.
  const waiting = new Map<string, Try[]>()
  let count = 0
  let isBusy = false

  function next(): void {
    const [address, tries] = waiting.entries().next().value ?? []
    const first = tries?.shift()
    if (address === undefined || !tries || !first) {
      isBusy = false
      return
    }
    isBusy = true
    count -= 1
    waiting.delete(address)
    if (tries.length > 0) waiting.set(address, tries)
    const began = timers.elapsed()
    matches(first.attempt)
      .then((isRight) => first.settle(isRight ? 'right' : 'wrong'), first.fail)
      .finally(() => timers.after(Math.max(0, limits.interval - (timers.elapsed() - began)), next))
  }

  return (attempt, address) =>
    new Promise((settle, fail) => {
      const own = waiting.get(address) ?? []
      if (count >= limits.waiting || own.length >= limits.waitingOfAddress) {
        settle('full')
        return
      }
      count += 1
      waiting.set(address, [...own, { attempt, settle, fail }])
      if (!isBusy) next()
    })
}
