import { connect, createServer, type Socket } from 'node:net'

/** A network between one client and the server that does what one tells it to. */
export interface Link {
  readonly port: number
  /** Breaks every connection; both ends are told. */
  cut(): void
  /** Every byte takes so much longer, in milliseconds. */
  delay(milliseconds: number): void
  /** From now on nothing arrives on the connections that there are, ever, and neither end is told: as behind a NAT that forgot. */
  mute(): void
  /** Mutes new connections, too, until they are not to be. */
  muteNew(on: boolean): void
  /** Holds every byte back until it is not to: as in a tunnel. */
  hold(on: boolean): void
  /** Breaks new connections at once. */
  refuse(on: boolean): void
  /** Like new, for new connections. */
  heal(): void
  close(): Promise<void>
}

interface Wire {
  readonly ends: readonly [Socket, Socket]
  muted: boolean
}

/** Listens on a free port and hands everything on to the other one, in both directions and in order. */
export async function startLink(serverPort: number): Promise<Link> {
  const wires = new Set<Wire>()
  let latency = 0
  let held = false
  let refusing = false
  let mutesNew = false

  function join(wire: Wire, from: Socket, to: Socket): void {
    const queue: { readonly due: number; readonly send: () => void }[] = []
    const pass = () => {
      while (queue[0] && !held && queue[0].due <= Date.now()) queue.shift()?.send()
      if (queue.length > 0 && !to.destroyed) setTimeout(pass, 5)
    }
    const later = (send: () => void) => {
      queue.push({ due: Date.now() + latency, send: () => !wire.muted && send() })
      if (queue.length === 1) pass()
    }
    from.on('data', (bytes) => later(() => to.write(bytes)))
    from.on('end', () => later(() => to.end()))
    from.on('error', () => later(() => to.destroy()))
    from.on('close', () => {
      later(() => to.destroy())
      if (to.destroyed) wires.delete(wire)
    })
  }

  const server = createServer((client) => {
    if (refusing) {
      client.resetAndDestroy()
      return
    }
    const wire: Wire = { ends: [client, connect(serverPort, '127.0.0.1')], muted: mutesNew }
    wires.add(wire)
    join(wire, client, wire.ends[1])
    join(wire, wire.ends[1], client)
  })
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
  const breakWires = () => {
    for (const { ends } of wires) for (const end of ends) end.resetAndDestroy()
    wires.clear()
  }

  return {
    port,
    cut: breakWires,
    delay(milliseconds) {
      latency = milliseconds
    },
    mute() {
      for (const wire of wires) wire.muted = true
    },
    muteNew(on) {
      mutesNew = on
    },
    hold(on) {
      held = on
    },
    refuse(on) {
      refusing = on
    },
    heal() {
      latency = 0
      held = false
      refusing = false
      mutesNew = false
    },
    async close() {
      breakWires()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
