const hostName = /^(?:[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i

/**
 * The origin under which a request reached this server, from its Host header and, behind a proxy, X-Forwarded-Proto.
 * Undefined when the Host is no valid host name, since a client can send any text.
 */
export function publicOrigin(host: string | null, forwardedProtocol: string | null): URL | undefined {
  if (host === null || !hostName.test(host)) return undefined
  const protocol = forwardedProtocol?.split(',')[0]?.trim().toLowerCase() === 'https' ? 'https' : 'http'
  const address = `${protocol}://${host}`
  return URL.canParse(address) ? new URL(address) : undefined
}
