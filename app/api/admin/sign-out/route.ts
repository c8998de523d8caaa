import { sessionCookie } from '../../../../lib/server-api/session-cookie.ts'
import { seeOther } from '../see-other.ts'

export function POST(): Response {
  return seeOther('/admin/sign-in', `${sessionCookie}=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict`)
}
