/** The cookie with an admin's session token. Set as HttpOnly and SameSite=Strict. */
export const sessionCookie = 'paddock_session'

/** Every session token in a Cookie header, in order. */
export function sessionTokens(header: string | null | undefined): readonly string[] {
  const start = `${sessionCookie}=`
  const parts = (header ?? '').split(';').map((part) => part.trim())
  return parts.filter((part) => part.startsWith(start)).map((part) => part.slice(start.length))
}

/**
 * The session token of a Cookie header. Undefined with two cookies of that name as well: another site of the domain can
 * add one, and nothing says which is the browser's own.
 */
export function sessionToken(header: string | null | undefined): string | undefined {
  const [token, ...others] = sessionTokens(header)
  return others.length === 0 ? token : undefined
}
