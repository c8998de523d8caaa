import type { IncomingMessage, ServerResponse } from 'node:http'
import { isPublicData } from './public-data.ts'

/** How long browsers insist on https after a visit over TLS, in seconds: half a year. */
const transportSecurityLength = 15_552_000

/** What pages of other sites may embed besides public data: icons, and the documents of the protocol. */
const embeddable = /^\/(?:icon|apple-icon|protocol\/)/

/**
 * Sets the headers that every answer has, health checks and refusals included. A page replaces the policy by its own.
 * `isSecure`: the client spoke TLS. `ancestors`: the origins that may show the answer in a frame.
 */
export function setBaseHeaders(
  request: IncomingMessage,
  response: ServerResponse,
  isSecure: boolean,
  ancestors: readonly string[] = [],
): void {
  response.setHeader(
    'Content-Security-Policy',
    `default-src 'none'; frame-ancestors ${ancestors.join(' ') || `'none'`}`,
  )
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('Referrer-Policy', 'same-origin')
  // It knows no list of origins: with one, only the policy decides.
  if (ancestors.length === 0) response.setHeader('X-Frame-Options', 'DENY')
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
  const [path = ''] = (request.url ?? '').split('?', 1)
  const isForAll = isPublicData(path) || embeddable.test(path)
  response.setHeader('Cross-Origin-Resource-Policy', isForAll ? 'cross-origin' : 'same-origin')
  response.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=()')
  if (isSecure) response.setHeader('Strict-Transport-Security', `max-age=${transportSecurityLength}`)
}
