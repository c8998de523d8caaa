const hostName = /^(?:[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i

/**
 * Under which address people reach this server, by what a request says of it: the Host that was asked and, behind a
 * proxy, X-Forwarded-Proto. Undefined when the Host is none: anybody can send anything.
 */
export function publicOrigin(host: string | null, forwardedProtocol: string | null): URL | undefined {
  if (host === null || !hostName.test(host)) return undefined
  const protocol = forwardedProtocol?.split(',')[0]?.trim().toLowerCase() === 'https' ? 'https' : 'http'
  const address = `${protocol}://${host}`
  return URL.canParse(address) ? new URL(address) : undefined
}
