import type { IncomingMessage, ServerResponse } from 'node:http'

/** What is the same for everybody, with or without a cookie, besides the documents of the protocol. */
const paths: ReadonlySet<string> = new Set([
  '/live/card.png',
  '/live/history.json',
  '/live/results.csv',
  '/live/results.json',
])

/** Seconds for which a browser remembers that it may ask. */
const preflightLength = 86_400

export const isPublicData = (path: string): boolean => paths.has(path)

/**
 * Lets pages of every origin read the answer, which must not depend on a cookie. Answers a preflight: browsers send one
 * before a request with If-None-Match. Returns whether it has answered.
 */
export function allowEveryOrigin({ method, headers }: IncomingMessage, response: ServerResponse): boolean {
  response.setHeader('Access-Control-Allow-Origin', '*')
  response.setHeader('Access-Control-Expose-Headers', 'ETag, Retry-After')
  if (method !== 'OPTIONS' || headers['access-control-request-method'] === undefined) return false
  response.writeHead(204, {
    'Access-Control-Allow-Methods': 'GET, HEAD',
    'Access-Control-Allow-Headers': 'If-None-Match',
    'Access-Control-Max-Age': preflightLength,
  })
  response.end()
  return true
}
