import { cookies } from 'next/headers'
import { runningServer } from '../../lib/server-api/registry.ts'
import { sessionCookie } from '../../lib/server-api/session-cookie.ts'

/** True when the request has the cookie of a valid session. */
export async function isSignedIn(): Promise<boolean> {
  const jar = await cookies()
  return runningServer().admin.isSignedIn(jar.get(sessionCookie)?.value)
}
