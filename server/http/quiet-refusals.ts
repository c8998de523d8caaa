import type { IncomingMessage } from 'node:http'
import { isAllowedOrigin } from './origin.ts'

/** The largest form that is accepted, in bytes. */
const maximumBody = 16_384
/** The longest path with its parameters, in characters. */
const longestUrl = 2048

export interface QuietRefusal {
  readonly status: number
  readonly text: string
  /** No browser of ours sends this: it is counted. */
  readonly isJunk: boolean
}

const junk = (status: number, text: string): QuietRefusal => ({ status, text, isJunk: true })
const refusal = (status: number, text: string): QuietRefusal => ({ status, text, isJunk: false })

/**
 * Why a request is answered before any page sees it; undefined when a page may handle it. Next would log several lines
 * or a stack for what is refused here.
 */
export function refusalOf(request: IncomingMessage, allowedOrigins: readonly string[]): QuietRefusal | undefined {
  const { method, url = '' } = request
  if (!isPlainUrl(url)) return junk(400, 'This is no address of this server.')
  // There are no Server Actions, and no pictures that are made smaller on demand.
  if (request.headers['next-action'] !== undefined || url.startsWith('/_next/image')) return junk(404, 'Not found.')
  if (method === 'GET' || method === 'HEAD') return undefined
  if (method !== 'POST') return junk(405, 'Only GET, HEAD and POST are understood.')
  if (!url.startsWith('/api/')) return junk(404, 'Not found.')
  if (!isAllowedOrigin(request, allowedOrigins)) return refusal(403, 'This origin may not do that.')
  const fits = Number(request.headers['content-length']) <= maximumBody
  return fits ? undefined : refusal(413, 'A form with its length, of at most 16 KB, is expected.')
}

/** Whether it is a path of this server that can be decoded: not `*`, `//host/path` or `http://host/path`. */
function isPlainUrl(url: string): boolean {
  if (!/^\/(?![/\\])/.test(url) || url.length > longestUrl) return false
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '')
    return true
  } catch {
    return false
  }
}
