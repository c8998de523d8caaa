import type { IncomingMessage, ServerResponse } from 'node:http'

/** Sets the content security policy of a response. A page replaces it by one that has the hashes of its scripts. */
export function setSecurityHeaders(
  request: IncomingMessage,
  response: ServerResponse,
  development: boolean,
  ancestors: readonly string[],
): void {
  const policy = development ? developmentPolicy(request, ancestors) : contentSecurityPolicy(`'self'`, { ancestors })
  response.setHeader('Content-Security-Policy', policy)
}

/** In development React evaluates code to rebuild stacks, and Next reads the nonce from the request and adds styles. */
function developmentPolicy(request: IncomingMessage, ancestors: readonly string[]): string {
  const styles = `'self' 'unsafe-inline'`
  const policy = contentSecurityPolicy(`'self' 'unsafe-inline' 'unsafe-eval'`, { styles, ancestors })
  request.headers['content-security-policy'] = policy
  return policy
}

/** What a policy allows besides scripts: the sources of styles, and the origins that may show the page in a frame. */
interface Allowed {
  readonly styles?: string
  readonly ancestors?: readonly string[]
}

/** The policy of a page with these sources of scripts. */
export function contentSecurityPolicy(scripts: string, { styles = `'self'`, ancestors = [] }: Allowed = {}): string {
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
    `frame-ancestors ${ancestors.join(' ') || `'none'`}`,
  ].join('; ')
}
