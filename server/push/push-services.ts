/** Hosts of the push services of browsers: Chrome and Edge, Firefox, Safari, Edge on Windows. */
const hosts: readonly string[] = ['fcm.googleapis.com', 'updates.push.services.mozilla.com', 'web.push.apple.com']
const domains: readonly string[] = ['.push.services.mozilla.com', '.push.apple.com', '.notify.windows.com']

/** Where plain HTTP may go: a push service of a test on this machine. */
const ownHosts: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Whether the server may send to an endpoint that a browser names. Only known push services, over HTTPS on its own
 * port, and the origins that PUSH_SERVICES adds: otherwise anybody could let this server call any other one.
 */
export function isPushService(endpoint: string, added: readonly string[]): boolean {
  if (!URL.canParse(endpoint)) return false
  const { protocol, hostname, port, username, password, origin } = new URL(endpoint)
  if (username !== '' || password !== '') return false
  if (added.includes(origin)) return true
  if (protocol !== 'https:' || port !== '') return false
  return hosts.includes(hostname) || domains.some((domain) => hostname.endsWith(domain))
}

/**
 * Parses PUSH_SERVICES: origins separated by commas, such as `https://push.example`; plain HTTP for this machine alone.
 * Undefined when one is none.
 */
export function parsePushServices(text: string): readonly string[] | undefined {
  const origins = text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)
  return origins.every(isServiceOrigin) ? origins : undefined
}

function isServiceOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { origin, protocol, hostname } = new URL(text)
  return origin === text && (protocol === 'https:' || (protocol === 'http:' && ownHosts.has(hostname)))
}
