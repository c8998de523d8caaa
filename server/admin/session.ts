import { jwtVerify, SignJWT } from 'jose'
import type { Logger } from 'pino'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { SignIn } from '../../lib/server-api/registry.ts'
import type { AdminPassword } from './password.ts'

/** How long a session lasts, in seconds: a race day and the evening after. */
const sessionLength = 16 * 60 * 60

export interface Sessions {
  signIn(password: string, address: string): Promise<SignIn>
  isSignedIn(token: string | undefined): Promise<boolean>
}

/**
 * Signs admins in. Sessions are signed tokens, so that they survive a restart. Tries are limited to 5 a minute for an
 * address, and to 120 a minute for all addresses.
 */
export function startSessions(password: AdminPassword, logger: Logger): Sessions {
  const triesOfAddress = new RateLimiterMemory({ points: 5, duration: 60 })
  const triesOfAll = new RateLimiterMemory({ points: 120, duration: 60 })

  return {
    async signIn(attempt, address) {
      try {
        await triesOfAddress.consume(address)
        await triesOfAll.consume('all')
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal
        logger.warn({ address }, 'too many sign-in tries')
        return { kind: 'too_many_tries', secondsToWait: Math.ceil(refusal.msBeforeNext / 1000) }
      }
      if (!(await password.matches(attempt))) {
        logger.warn({ address }, 'wrong admin password')
        return { kind: 'wrong_password' }
      }
      await triesOfAddress.delete(address)
      logger.info({ address }, 'signed in to /admin')
      const token = await new SignJWT({ role: 'admin' })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuedAt()
        .setExpirationTime(`${sessionLength}s`)
        .sign(password.sessionKey)
      return { kind: 'signed_in', token, maxAge: sessionLength }
    },

    async isSignedIn(token) {
      if (token === undefined || token.length > 1000) return false
      try {
        const { payload } = await jwtVerify(token, password.sessionKey, { algorithms: ['HS256'] })
        return payload.role === 'admin'
      } catch {
        return false
      }
    },
  }
}
