import type { IncomingMessage } from 'node:http'

/**
 * True when a request may come from where it says: no Origin at all (not a browser's page), the host that was asked, or
 * one of the allowed origins. Browsers always send Origin with sockets and with POST.
 */
export function isAllowedOrigin(request: IncomingMessage, allowed: readonly string[]): boolean {
  const { origin, host } = request.headers
  if (origin === undefined) return true
  if (allowed.includes(origin)) return true
  return URL.canParse(origin) && host !== undefined && new URL(origin).host === host
}
