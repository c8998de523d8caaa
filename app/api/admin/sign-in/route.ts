import { runningServer } from '../../../../lib/server-api/registry.ts'
import { sessionCookie } from '../../../../lib/server-api/session-cookie.ts'
import { seeOther } from '../see-other.ts'

const longestPassword = 200

/** Handles the sign-in form. Neither scripts nor other sites can use the session cookie. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData().catch(() => new FormData())
  const password = form.get('password')
  if (typeof password !== 'string' || password === '' || password.length > longestPassword) {
    return seeOther('/admin/sign-in?problem=wrong_password')
  }
  const address = request.headers.get('x-paddock-address') ?? 'unknown'
  const result = await runningServer().admin.signIn(password, address)
  if (result.kind === 'wrong_password') return seeOther('/admin/sign-in?problem=wrong_password')
  if (result.kind === 'too_many_tries') {
    return seeOther(`/admin/sign-in?problem=too_many_tries&seconds=${result.secondsToWait}`)
  }
  const secure = request.headers.get('x-forwarded-proto') === 'https' ? '; Secure' : ''
  return seeOther(
    '/admin',
    `${sessionCookie}=${result.token}; Path=/; Max-Age=${result.maxAge}; HttpOnly; SameSite=Strict${secure}`,
  )
}
