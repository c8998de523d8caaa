import { cookies } from 'next/headers'
import { runningServer } from '../../lib/server-api/registry.ts'
import { sessionCookie } from '../../lib/server-api/session-cookie.ts'

/** Whether whoever asks for this page or route has signed in. */
export async function isSignedIn(): Promise<boolean> {
  const jar = await cookies()
  return runningServer().admin.isSignedIn(jar.get(sessionCookie)?.value)
}
