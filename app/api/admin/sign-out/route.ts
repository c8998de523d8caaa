import { runningServer } from '../../../../lib/server-api/registry.ts'
import { sessionCookie, sessionTokens } from '../../../../lib/server-api/session-cookie.ts'
import { seeOther } from '../see-other.ts'

/** Ends every session that the request has a cookie of. */
export async function POST(request: Request): Promise<Response> {
  const { admin } = runningServer()
  for (const token of sessionTokens(request.headers.get('cookie'))) await admin.signOut(token)
  return seeOther('/admin/sign-in', `${sessionCookie}=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict`)
}
