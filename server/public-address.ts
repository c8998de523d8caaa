import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os'
import type { Config } from './config.ts'

type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>

/** Networks inside this machine, and tunnels: no spectator is in them. */
const isVirtual = /^(?:docker|br-|veth|virbr|vmnet|vboxnet|vethernet|utun|tun|tap|wg|zt|tailscale)/i

/** The IPv4 addresses of this machine in its networks; those of virtual ones come last. */
export function lanAddresses(interfaces: Interfaces = networkInterfaces()): string[] {
  const found = Object.entries(interfaces).flatMap(([name, addresses = []]) =>
    addresses
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
      .map(({ address }) => ({ address, rank: isVirtual.test(name) ? 1 : 0 })),
  )
  return found.sort((one, other) => one.rank - other.rank).map(({ address }) => address)
}

/**
 * The origin at which other devices find the results: PUBLIC_ORIGIN, else the first address of this machine in its
 * network. Undefined when there is none, or only this machine can connect.
 */
export function publicAddress(
  { publicOrigin, host }: Pick<Config, 'publicOrigin' | 'host'>,
  port: number,
  interfaces?: Interfaces,
): string | undefined {
  if (publicOrigin !== undefined) return publicOrigin
  if (host === 'localhost' || host === '::1' || host.startsWith('127.')) return undefined
  const isEverywhere = host === '0.0.0.0' || host === '::'
  const name = isEverywhere ? lanAddresses(interfaces)[0] : host.includes(':') ? `[${host}]` : host
  return name === undefined ? undefined : `http://${name}:${port}`
}
