import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

/**
 * Sets the content security policy of a page, with a nonce for the page's own scripts. Next reads the nonce from the
 * policy among the request's headers, so that those of the client are replaced.
 */
export function setSecurityHeaders(request: IncomingMessage, response: ServerResponse, development: boolean): void {
  const nonce = randomBytes(16).toString('base64')
  const policy = contentSecurityPolicy(nonce, development)
  delete request.headers['x-nonce']
  delete request.headers['content-security-policy-report-only']
  request.headers['content-security-policy'] = policy

  response.setHeader('Content-Security-Policy', policy)
}

function contentSecurityPolicy(nonce: string, development: boolean): string {
  // In development React evaluates code to rebuild stacks, and Next adds style elements to the page.
  const scripts = development ? `'self' 'nonce-${nonce}' 'unsafe-eval'` : `'self' 'nonce-${nonce}' 'strict-dynamic'`
  const styles = development ? `'self' 'unsafe-inline'` : `'self'`
  return [
    `default-src 'none'`,
    `script-src ${scripts}`,
    `style-src ${styles}`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `manifest-src 'self'`,
    `worker-src 'self'`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ')
}
