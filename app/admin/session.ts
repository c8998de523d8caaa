import { headers } from 'next/headers'
import { runningServer } from '../../lib/server-api/registry.ts'
import { sessionToken } from '../../lib/server-api/session-cookie.ts'

/** True when the request has the cookie of a valid session, and no second cookie of that name. */
export async function isSignedIn(): Promise<boolean> {
  return runningServer().admin.isSignedIn(sessionToken((await headers()).get('cookie')))
}
