import type { Timers } from '../../../lib/time/timers.ts'
import { createDeadlines } from './deadlines.ts'
import type { WireConnection } from './wire-connection.ts'

/** Milliseconds, as engine.io means them. */
export interface PingTimes {
  /** From the begin of a connection or a pong to the next ping. */
  readonly pingInterval: number
  /** From a ping to the end of a connection without a pong. */
  readonly pingTimeout: number
}

export interface WirePings {
  follow(connection: WireConnection): void
  forget(connection: WireConnection): void
  /** Any packet arrived: the first after a ping starts its timeout again. */
  heard(connection: WireConnection): void
  /** A pong arrived. Returns false when there was no ping. */
  ponged(connection: WireConnection): boolean
}

/** Pings the connections of the wire endpoint, and closes those that do not answer. */
export function createWirePings({ pingInterval, pingTimeout }: PingTimes, timers: Timers): WirePings {
  const extended = new Set<WireConnection>()
  const pongs = createDeadlines<WireConnection>(pingTimeout, timers, (connection) => connection.close())
  const pings = createDeadlines<WireConnection>(pingInterval, timers, (connection) => {
    connection.writePacket('2')
    pongs.start(connection)
  })

  return {
    follow: pings.start,
    forget(connection) {
      pings.stop(connection)
      pongs.stop(connection)
      extended.delete(connection)
    },
    heard(connection) {
      if (!pongs.isRunning(connection) || extended.has(connection)) return
      extended.add(connection)
      pongs.start(connection)
    },
    ponged(connection) {
      if (!pongs.isRunning(connection)) return false
      pongs.stop(connection)
      extended.delete(connection)
      pings.start(connection)
      return true
    },
  }
}
