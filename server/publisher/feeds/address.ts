/** A host and a TCP port. */
export interface Address {
  readonly host: string
  readonly port: number
}

/** The port on which timing software serves RMonitor. */
const usualPort = 50_000
const pattern = /^(?:\[([0-9a-f:.]{2,45})\]|([a-z0-9](?:[a-z0-9.-]{0,252})))(?::(\d{1,5}))?$/i

/** Reads `192.168.1.10:50000`, `timing.local` or `[::1]:50000`; undefined for any other text. */
export function parseAddress(text: string): Address | undefined {
  const match = pattern.exec(text)
  const host = match?.[1] ?? match?.[2]
  const port = match?.[3] === undefined ? usualPort : Number(match[3])
  return host === undefined || port < 1 || port > 65_535 ? undefined : { host, port }
}
