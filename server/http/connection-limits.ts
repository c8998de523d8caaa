import type { IncomingMessage, Server } from 'node:http'
import type { Socket } from 'node:net'
import type { ClientAddresses } from './client-address.ts'
import { createPlaces, type PlaceLimits } from './places.ts'
import type { Refusals } from './refusals.ts'

interface Parts {
  readonly limits: PlaceLimits
  readonly addresses: ClientAddresses
  readonly refusals: Refusals
}

export interface ConnectionLimits {
  /** A request came on a connection: others make room before it does. */
  use(request: IncomingMessage): void
  /** A connection was upgraded: it never makes room for another. */
  keep(socket: Socket): void
}

/**
 * Limits the connections of a server, in all and of one address. At a limit the connection that has not been used for
 * longest makes room, unless it was upgraded: whoever opens connections and says nothing keeps nobody out. Where all
 * are upgraded, the new one is destroyed.
 */
export function limitConnections(server: Server, { limits, addresses, refusals }: Parts): ConnectionLimits {
  const places = createPlaces(limits)
  // Each set is in the order of last use.
  const idle = new Set<Socket>()
  const idleOf = new Map<string, Set<Socket>>()
  const addressOf = new WeakMap<Socket, string>()
  const release = new WeakMap<Socket, () => void>()

  function admit(socket: Socket, address: string | undefined): boolean {
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const place = places.take(address)
      if (typeof place === 'function') {
        release.set(socket, place)
        return true
      }
      const [longest] = (place === 'full' ? idle : idleOf.get(address ?? '')) ?? []
      refusals.add(place)
      if (!longest) return false
      forget(longest)
      longest.destroy()
    }
    return false
  }

  function forget(socket: Socket): void {
    release.get(socket)?.()
    keep(socket)
  }

  function keep(socket: Socket): void {
    idle.delete(socket)
    const address = addressOf.get(socket)
    if (address === undefined) return
    const others = idleOf.get(address)
    others?.delete(socket)
    if (others?.size === 0) idleOf.delete(address)
  }

  function add(socket: Socket): void {
    idle.add(socket)
    const address = addressOf.get(socket)
    if (address === undefined) return
    const others = idleOf.get(address) ?? new Set()
    idleOf.set(address, others.add(socket))
  }

  server.on('connection', (socket) => {
    const address = addresses.ofConnection(socket.remoteAddress)
    if (!admit(socket, address)) {
      socket.destroy()
      return
    }
    if (address !== undefined) addressOf.set(socket, address)
    add(socket)
    socket.once('close', () => forget(socket))
  })

  return {
    use({ socket }) {
      if (!idle.has(socket)) return
      keep(socket)
      add(socket)
    },
    keep,
  }
}
