import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net'

/** The proxies in front of the server that are believed: so many hops, or those with an address in these ranges. */
export interface TrustedProxies {
  readonly hops: number
  /** Addresses, or ranges such as 10.0.0.0/8. */
  readonly ranges: readonly string[]
}

export interface ClientAddresses {
  /**
   * The address that a client's limits count for: an IPv4 address, or the /64 network of an IPv6 address, since one
   * client has all of it. Only a trusted proxy may name the client, in X-Forwarded-For.
   */
  of(request: Pick<IncomingMessage, 'headers' | 'socket'>): string
  /** The same by the headers of a request that came from a remote address. */
  named(remoteAddress: string | undefined, headers: IncomingHttpHeaders): string
  /** The same for a connection that has sent nothing yet; undefined for that of a trusted proxy. */
  ofConnection(remoteAddress: string | undefined): string | undefined
  /** Whether the client itself spoke TLS, by the word of a trusted proxy. */
  isSecure(request: Pick<IncomingMessage, 'headers' | 'socket'>): boolean
}

/** Parses a number of hops, or addresses and ranges separated by commas. Undefined when the text is neither. */
export function parseTrustedProxies(text: string): TrustedProxies | undefined {
  if (/^\d$/.test(text)) return { hops: Number(text), ranges: [] }
  const ranges = text
    .split(',')
    .map((range) => range.trim())
    .filter(Boolean)
  return ranges.length > 0 && ranges.every(isRange) ? { hops: 0, ranges } : undefined
}

export function createClientAddresses({ hops, ranges }: TrustedProxies): ClientAddresses {
  const list = new BlockList()
  for (const range of ranges) addRange(list, range)
  // Asked three times for each socket that connects: a list without ranges is not searched.
  const isListed = (address: string) =>
    ranges.length > 0 && isIP(address) > 0 && list.check(address, isIPv4(address) ? 'ipv4' : 'ipv6')
  const isTrusted = (address: string, hop: number) => hop < hops || isListed(address)
  const remoteOf = (remoteAddress: string | undefined) => plainAddress(remoteAddress ?? 'unknown')

  function named(remoteAddress: string | undefined, headers: IncomingHttpHeaders): string {
    let client = remoteOf(remoteAddress)
    const forwarded = String(headers['x-forwarded-for'] ?? '').split(',')
    // From the nearest proxy outwards: each trusted one has written the address that it was called from.
    for (let hop = 0; isTrusted(client, hop); hop += 1) {
      const next = plainAddress(forwarded.pop()?.trim() ?? '')
      if (isIP(next) === 0) break
      client = next
    }
    return networkOf(client)
  }

  return {
    of: ({ headers, socket }) => named(socket.remoteAddress, headers),
    named,
    ofConnection(remoteAddress) {
      const address = remoteOf(remoteAddress)
      return isTrusted(address, 0) ? undefined : networkOf(address)
    },
    isSecure({ headers, socket }) {
      const scheme = String(headers['x-forwarded-proto'] ?? '').split(',', 1)[0]
      return scheme?.trim() === 'https' && isTrusted(remoteOf(socket.remoteAddress), 0)
    },
  }
}

function isRange(text: string): boolean {
  const [address = '', prefix, ...more] = text.split('/')
  if (isIP(address) === 0 || more.length > 0) return false
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (isIPv4(address) ? 32 : 128))
}

function addRange(list: BlockList, range: string): void {
  const [address = '', prefix] = range.split('/')
  const family = isIPv4(address) ? 'ipv4' : 'ipv6'
  list.addSubnet(address, Number(prefix ?? (family === 'ipv4' ? 32 : 128)), family)
}

/** An IPv4 address that a socket for IPv6 shows as ::ffff:192.0.2.1, and any other one without its zone. */
function plainAddress(address: string): string {
  const [plain = ''] = address.split('%', 1)
  return plain.toLowerCase().startsWith('::ffff:') && isIPv4(plain.slice(7)) ? plain.slice(7) : plain
}

function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const [front = '', back] = address.split('::')
  const groups = front.split(':').filter(Boolean)
  const missing = back === undefined ? 0 : 8 - groups.length - back.split(':').filter(Boolean).length
  const all = [...groups, ...Array<string>(Math.max(0, missing)).fill('0'), ...(back ?? '').split(':')]
  const network = all.slice(0, 4).map((group) => Number.parseInt(group || '0', 16).toString(16))
  return `${network.join(':')}::/64`
}
