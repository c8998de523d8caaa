import { sessionCookie } from '../../lib/server-api/session-cookie.ts'

/** The session token of a Cookie header, when it has one. */
export function readCookie(header: string | undefined): string | undefined {
  const start = `${sessionCookie}=`
  return header
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(start))
    ?.slice(start.length)
}
