import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { createWire, type Wire } from './wire.ts'

/** A network between clients and one server, which fails on demand. It begins with all well. */
export interface NetworkProxy {
  /** Where the server is reached through it. */
  readonly url: string
  /** Breaks every connection; both ends notice. */
  cut(): void
  /** Every byte takes so much longer, in milliseconds. */
  delay(milliseconds: number): void
  /**
   * Nothing passes any more on the connections that there are, not even their end: as behind a NAT that forgot them.
   */
  mute(): void
  /** Mutes new connections too, until `false`. */
  muteNew(on: boolean): void
  /** Keeps back every byte until `false`, then delivers all in order: as in a tunnel. */
  hold(on: boolean): void
  /** Breaks new connections at once, until `false`. */
  refuse(on: boolean): void
  /** All is well again; muted connections stay dead. */
  restore(): void
  /** How many connections clients have opened, muted ones too, refused ones not. */
  connections(): number
  /** Bytes that have crossed it, both ways, without TCP's own headers. */
  bytes(): number
  close(): Promise<void>
}

/** Listens on a free port and carries bytes to and from the server at `origin`. It knows nothing of what they mean. */
export async function startProxy(origin: string): Promise<NetworkProxy> {
  const { port } = new URL(origin)
  const wires = new Set<Wire>()
  const weather = { latency: 0, held: false }
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
    const wire = createWire(client, server, weather, {
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
    weather.held = on
    if (!on) for (const wire of wires) wire.flush()
  }
  return {
    url: `http://127.0.0.1:${(listener.address() as AddressInfo).port}`,
    cut,
    delay(milliseconds) {
      weather.latency = milliseconds
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
      weather.latency = 0
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
