import type { IncomingMessage } from 'node:http'

/**
 * Whether the Origin of a request is absent (no browser sends that with a socket or a POST), the requested host itself,
 * or one of the allowed origins.
 */
export function isAllowedOrigin(request: IncomingMessage, allowed: readonly string[]): boolean {
  const { origin, host } = request.headers
  if (origin === undefined) return true
  if (allowed.includes(origin)) return true
  return URL.canParse(origin) && host !== undefined && new URL(origin).host === host
}
