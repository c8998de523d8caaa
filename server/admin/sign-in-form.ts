import type { IncomingMessage, ServerResponse } from 'node:http'
import { sessionCookie } from '../../lib/server-api/session-cookie.ts'
import type { SignIn } from './sign-in.ts'

const path = '/api/admin/sign-in'
const longestPassword = 200

/**
 * Answers the sign-in form here, and not among the pages: somebody who sends many cannot make the pages' queue the way
 * into the desk. Returns false for any other request. Origin and length of the request were checked before.
 */
export function createSignInForm(signIn: (password: string, address: string) => Promise<SignIn>) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    if (request.method !== 'POST' || request.url?.split('?', 1)[0] !== path) return false
    const password = await readPassword(request)
    // The client left before its form was complete.
    if (password === undefined) response.destroy()
    else await answer(request, response, password, signIn)
    return true
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  password: string,
  signIn: (password: string, address: string) => Promise<SignIn>,
): Promise<void> {
  if (password === '' || password.length > longestPassword) {
    seeOther(response, '/admin/sign-in?problem=wrong_password')
    return
  }
  const result = await signIn(password, String(request.headers['x-paddock-address'] ?? 'unknown'))
  if (result.kind === 'wrong_password') seeOther(response, '/admin/sign-in?problem=wrong_password')
  else if (result.kind === 'too_many_tries') {
    seeOther(response, `/admin/sign-in?problem=too_many_tries&seconds=${result.secondsToWait}`)
  } else {
    const secure = request.headers['x-forwarded-proto'] === 'https' ? '; Secure' : ''
    const { token, maxAge } = result
    const cookie = `${sessionCookie}=${token}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Strict${secure}`
    seeOther(response, '/admin', cookie)
  }
}

async function readPassword(request: IncomingMessage): Promise<string | undefined> {
  try {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    return new URLSearchParams(Buffer.concat(chunks).toString('utf8')).get('password') ?? ''
  } catch {
    return undefined
  }
}

function seeOther(response: ServerResponse, location: string, cookie?: string): void {
  const headers = { Location: location, 'Cache-Control': 'no-store', 'Content-Length': 0 }
  response.writeHead(303, cookie === undefined ? headers : { ...headers, 'Set-Cookie': cookie }).end()
}
