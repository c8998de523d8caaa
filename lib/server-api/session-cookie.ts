/** The cookie that holds an admin's session token. HttpOnly and SameSite=Strict: pages set it so. */
export const sessionCookie = 'paddock_session'
