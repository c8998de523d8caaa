import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { ClientAddresses } from './client-address.ts'
import { createPlaces, type PlaceLimits } from './places.ts'
import type { Refusals } from './refusals.ts'

interface Parts {
  readonly limits: PlaceLimits
  readonly addresses: ClientAddresses
  readonly refusals: Pick<Refusals, 'add'>
}

export interface ConnectionLimits {
  /** A request came on a connection: until it is answered, idle ones make room before it does. */
  use(request: IncomingMessage, response: ServerResponse): void
  /** A connection was upgraded: it never makes room for another. */
  keep(socket: Socket): void
}

/** Connections that can make room, since they were not upgraded. Each set is in the order of last use. */
interface Candidates {
  readonly idle: Set<Socket>
  /** Those with a request that is not answered yet. */
  readonly busy: Set<Socket>
}

const noCandidates = (): Candidates => ({ idle: new Set(), busy: new Set() })

/**
 * Limits the connections of a server, in all and of one address. At a limit the connection that has not been used for
 * longest makes room, an idle one before a busy one: whoever opens connections and says nothing keeps nobody out. Where
 * all are upgraded, the new one is destroyed.
 */
export function limitConnections(server: Server, { limits, addresses, refusals }: Parts): ConnectionLimits {
  const places = createPlaces(limits)
  const all = noCandidates()
  const ofAddress = new Map<string, Candidates>()
  const addressOf = new WeakMap<Socket, string>()
  const release = new WeakMap<Socket, () => void>()

  function admit(socket: Socket, address: string | undefined): boolean {
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const place = places.take(address)
      if (typeof place === 'function') {
        release.set(socket, place)
        return true
      }
      const { idle, busy } = (place === 'full' ? all : ofAddress.get(address ?? '')) ?? noCandidates()
      const [longest] = idle.size > 0 ? idle : busy
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
    const address = addressOf.get(socket) ?? ''
    const others = ofAddress.get(address)
    for (const sets of [all, others]) {
      sets?.idle.delete(socket)
      sets?.busy.delete(socket)
    }
    if (others && others.idle.size + others.busy.size === 0) ofAddress.delete(address)
  }

  function add(socket: Socket, kind: keyof Candidates): void {
    all[kind].add(socket)
    const address = addressOf.get(socket)
    if (address === undefined) return
    const others = ofAddress.get(address) ?? noCandidates()
    others[kind].add(socket)
    ofAddress.set(address, others)
  }

  server.on('connection', (socket) => {
    const address = addresses.ofConnection(socket.remoteAddress)
    if (!admit(socket, address)) {
      socket.destroy()
      return
    }
    if (address !== undefined) addressOf.set(socket, address)
    add(socket, 'idle')
    socket.once('close', () => forget(socket))
  })

  return {
    use({ socket }, response) {
      if (!all.idle.has(socket) && !all.busy.has(socket)) return
      keep(socket)
      add(socket, 'busy')
      response.once('close', () => {
        if (!all.busy.has(socket)) return
        keep(socket)
        add(socket, 'idle')
      })
    },
    keep,
  }
}
