import type { Logger } from 'pino'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Timers } from '../../lib/time/timers.ts'
import type { AdminPassword } from './password.ts'
import type { NewSession } from './sessions.ts'
import { createTryQueue, type TryLimits } from './try-queue.ts'

export type SignIn =
  | NewSession
  | { readonly kind: 'wrong_password' }
  | { readonly kind: 'too_many_tries'; readonly secondsToWait: number }

export interface SignInParts {
  readonly password: Pick<AdminPassword, 'matches'>
  /** Begins a session. */
  readonly begin: () => NewSession
  readonly logger: Logger
  readonly timers: Timers
  readonly limits?: SignInLimits
}

export interface SignInLimits extends TryLimits {
  /** How long the answer to a wrong password waits, in milliseconds, and how many may wait at once. */
  readonly delay: number
  readonly delayed: number
  /** Wrong passwords of one address a minute that are called wrong and logged; more are called too many. */
  readonly wrongOfAddress: number
  /** Lines of the log a minute about wrong passwords, of all addresses. */
  readonly lines: number
}

export const defaultSignInLimits: SignInLimits = {
  ...{ interval: 5, waiting: 400, waitingOfAddress: 200 },
  ...{ delay: 1000, delayed: 200, wrongOfAddress: 5, lines: 20 },
}

/**
 * Signs admins in. Every password is compared first, in a bounded queue that is fair to addresses; limits apply to
 * wrong ones alone, so that nobody can lock the right one out.
 */
export function createSignIn({ password, begin, logger, timers, limits = defaultSignInLimits }: SignInParts) {
  const queue = createTryQueue((attempt) => password.matches(attempt), timers, limits)
  const wrongOfAddress = new RateLimiterMemory({ points: limits.wrongOfAddress, duration: 60 })
  const lines = new RateLimiterMemory({ points: limits.lines, duration: 60 })
  let delayed = 0

  const mayLog = async () => (await secondsToWait(lines, 'all')) === 0

  async function refuse(address: string): Promise<SignIn> {
    const wait = await secondsToWait(wrongOfAddress, address)
    if (await mayLog()) {
      if (wait === 0) logger.warn({ address }, 'wrong admin password')
      else logger.warn({ address }, 'too many sign-in tries')
    }
    if (delayed < limits.delayed) {
      delayed += 1
      await new Promise<void>((resolve) => timers.after(limits.delay, resolve))
      delayed -= 1
    }
    return wait === 0 ? { kind: 'wrong_password' } : { kind: 'too_many_tries', secondsToWait: wait }
  }

  return async (attempt: string, address: string): Promise<SignIn> => {
    const verdict = await queue(attempt, address)
    if (verdict === 'full') {
      if (await mayLog()) logger.warn({ address }, 'too many sign-in tries')
      return { kind: 'too_many_tries', secondsToWait: 1 }
    }
    if (verdict === 'wrong') return refuse(address)
    await wrongOfAddress.delete(address)
    logger.info({ address }, 'signed in to /admin')
    return begin()
  }
}

/** Counts one more for this key. 0 within the limit, else the seconds until it is possible again. */
async function secondsToWait(limiter: RateLimiterMemory, key: string): Promise<number> {
  try {
    await limiter.consume(key)
    return 0
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
  }
}
