/** The cookie with an admin's session token. Set as HttpOnly and SameSite=Strict. */
export const sessionCookie = 'paddock_session'
