import { cookies } from 'next/headers'
import { runningServer } from '../../lib/registry.ts'
import { sessionCookie } from '../../lib/session-cookie.ts'

/** Whether whoever asks for this page or route has signed in. */
export async function isSignedIn(): Promise<boolean> {
  const jar = await cookies()
  return runningServer().admin.isSignedIn(jar.get(sessionCookie)?.value)
}
