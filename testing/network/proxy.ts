import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { createWire, type Wire } from './wire.ts'

/** A network between clients and one server that fails on demand. It begins without faults. */
export interface NetworkProxy {
  /** The address of the server through the network. */
  readonly url: string
  /** Resets every connection at both ends. */
  cut(): void
  /** Delays every byte by so many milliseconds. */
  delay(milliseconds: number): void
  /** Drops everything on the present connections, even their end: like a NAT that forgot them. */
  mute(): void
  /** Mutes new connections too, until `false`. */
  muteNew(on: boolean): void
  /** Holds every byte until `false`, then delivers all in order: like a tunnel. */
  hold(on: boolean): void
  /** Resets new connections at once, until `false`. */
  refuse(on: boolean): void
  /** Ends every fault; muted connections remain muted. */
  restore(): void
  /** The number of opened connections, with muted and without refused ones. */
  connections(): number
  /** Bytes that have crossed it, both ways, without TCP's own headers. */
  bytes(): number
  close(): Promise<void>
}

/** Listens on a free port and carries bytes to and from the server at `origin`, without reading them. */
export async function startProxy(origin: string): Promise<NetworkProxy> {
  const { port } = new URL(origin)
  const wires = new Set<Wire>()
  const conditions = { latency: 0, held: false }
  let refusing = false
  let mutesNew = false
  let connections = 0
  let bytes = 0

  const listener = createServer({ allowHalfOpen: true }, (client) => {
    if (refusing) {
      client.resetAndDestroy()
      return
    }
    connections += 1
    const server = connect({ port: Number(port), host: '127.0.0.1', allowHalfOpen: true })
    const wire = createWire(client, server, conditions, {
      onBytes(count) {
        bytes += count
      },
      onEnd: () => wires.delete(wire),
    })
    wires.add(wire)
    if (mutesNew) wire.mute()
  })
  listener.listen(0, '127.0.0.1')
  await once(listener, 'listening')

  const cut = () => {
    for (const wire of wires) wire.cut()
    wires.clear()
  }
  const hold = (on: boolean) => {
    conditions.held = on
    if (!on) for (const wire of wires) wire.flush()
  }
  return {
    url: `http://127.0.0.1:${(listener.address() as AddressInfo).port}`,
    cut,
    delay(milliseconds) {
      conditions.latency = milliseconds
    },
    mute() {
      for (const wire of wires) wire.mute()
    },
    muteNew(on) {
      mutesNew = on
    },
    hold,
    refuse(on) {
      refusing = on
    },
    restore() {
      conditions.latency = 0
      refusing = false
      mutesNew = false
      hold(false)
    },
    connections: () => connections,
    bytes: () => bytes,
    async close() {
      const closed = once(listener, 'close')
      listener.close()
      cut()
      await closed
    },
  }
}
