import { createServer } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import type { Namespace } from 'socket.io'
import { io, type Socket } from 'socket.io-client'
import { diffDrivers } from '../../lib/list/diff.ts'
import { byName, type Driver } from '../../lib/record/driver.ts'
import { liveNamespace } from '../../lib/sync/protocol.ts'
import { close, listen } from '../http/http-server.ts'
import { openMemoryRevisionLog } from '../log/memory-revision-log.ts'
import type { RevisionLog } from '../log/revision-log.ts'
import type { FileFreshness } from './answering/messages.ts'
import { type LiveServing, serveLive } from './namespace.ts'
import { createSocketServer } from './sending/socket-server.ts'
import { defaultCheckLimit } from './throttle-checks.ts'

export interface LiveServer {
  readonly url: string
  readonly log: RevisionLog
  readonly namespace: Namespace
  /** How many divergences browsers reported. */
  readonly divergences: number
  freshness: FileFreshness
  newest: LiveServing['newest']
  broadcastVersion(): void
  publish(drivers: readonly Driver[]): Promise<number>
  /** Stops broadcasts and heartbeats; the connections stay open. */
  stopServing(): void
  stop(): Promise<void>
}

/** A real socket.io server on a free port, with a log in memory. */
export async function startLiveServer(wantedPort = 0): Promise<LiveServer> {
  const log = await openMemoryRevisionLog({ now: Date.now, warn: () => {} })
  const http = createServer()
  const sockets = createSocketServer(http, [], false)
  const server = { freshness: {} as FileFreshness, divergences: 0 }
  const namespace = sockets.of(liveNamespace)
  const live = serveLive(namespace, {
    log,
    freshness: () => server.freshness,
    checkLimit: defaultCheckLimit,
    onDivergences: (count) => {
      server.divergences += count
    },
    logger: pino({ level: 'silent' }),
    now: Date.now,
  })
  const port = await listen(http, wantedPort, '127.0.0.1')
  return Object.assign(server, {
    url: `http://127.0.0.1:${port}`,
    log,
    namespace,
    newest: live.newest,
    broadcastVersion: live.broadcastVersion,
    stopServing: live.stop,
    async publish(drivers: readonly Driver[]) {
      const { version, drivers: before } = log.current()
      const changes = diffDrivers(before, byName(drivers))
      await log.append(version, { at: Date.now(), sourceAt: undefined, changes, event: undefined })
      return version + 1
    },
    async stop() {
      live.stop()
      sockets.engine.close()
      await close(http)
      await log.close()
    },
  })
}

export interface BareClient {
  readonly socket: Socket
  /** Every received message: its action and its envelope. */
  readonly received: { readonly action: string; readonly envelope: { readonly data: Record<string, unknown> } }[]
  check(version: unknown, more?: object): void
  actions(): string[]
}

/** A stock socket.io-client, polling first, that records every message. */
export async function connectBare(url: string, options: object = {}): Promise<BareClient> {
  const socket = io(`${url}${liveNamespace}`, { forceNew: true, reconnection: false, ...options })
  const client: BareClient = {
    socket,
    received: [],
    check: (version, more = {}) => {
      socket.emit('version_check', { source: 'browser', action: 'version_check', data: { version, ...more } })
    },
    // Without heartbeats, whose moment is not fixed.
    actions: () => client.received.map(({ action }) => action).filter((action) => action !== 'current_version'),
  }
  socket.onAny((action, envelope) => client.received.push({ action, envelope }))
  await new Promise<void>((resolve, reject) => {
    socket.on('connect', resolve)
    socket.on('connect_error', reject)
  })
  return client
}

/** Waits until a message sent on this machine has certainly arrived. */
export const quiet = () => sleep(150)
