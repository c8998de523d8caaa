import { createServer } from 'node:http'
import { pino } from 'pino'
import type { Namespace, Socket as ServerSocket } from 'socket.io'
import { io, type Socket } from 'socket.io-client'
import { WebSocket } from 'ws'
import { type DeskState, silentDesk } from '../../lib/desk/desk-state.ts'
import { diffDrivers } from '../../lib/list/diff.ts'
import { byName, type Driver } from '../../lib/record/driver.ts'
import { liveNamespace } from '../../lib/sync/protocol.ts'
import { systemTimers, type Timers } from '../../lib/time/timers.ts'
import { roomyEdge } from '../http/edge.fixture.ts'
import { close, listen } from '../http/http-server.ts'
import type { PlaceLimits } from '../http/places.ts'
import { openMemoryRevisionLog } from '../log/memory-revision-log.ts'
import type { RevisionLog } from '../log/revision-log.ts'
import type { AnswerRates } from './answering/answer-budget.ts'
import type { FileFreshness } from './answering/messages.ts'
import { type LiveServing, serveLive } from './namespace.ts'
import { createSocketServer } from './sending/socket-server.ts'
import { defaultCheckLimit } from './throttle-checks.ts'
import { countUselessPackets } from './useless-packets.ts'

export interface LiveServer {
  readonly url: string
  readonly log: RevisionLog
  readonly namespace: Namespace
  /** How many connections of engine.io are open, whether they have joined a namespace or not. */
  connections(): number
  /** How many divergences browsers reported. */
  readonly divergences: number
  freshness: FileFreshness
  /** Changes what the desk says. */
  say(desk: DeskState): void
  newest: LiveServing['newest']
  counts: LiveServing['counts']
  broadcastVersion(): void
  publish(drivers: readonly Driver[]): Promise<number>
  /** Stops broadcasts and heartbeats; the connections stay open. */
  stopServing(): void
  stop(): Promise<void>
}

interface Settings extends Pick<Parameters<typeof createSocketServer>[1], 'hasWireEndpoint' | 'pings'> {
  readonly sessions?: PlaceLimits
  readonly rates?: AnswerRates
}

const everybody: PlaceLimits = { total: 10_000, perAddress: 10_000 }
const systemTime = { ...systemTimers, now: Date.now }

/** What serves a WebSocket that joins the live namespace, and the setting that chooses it. */
export const speakers = [
  ['the wire endpoint', { hasWireEndpoint: true }],
  ['socket.io', { hasWireEndpoint: false }],
] as const

/** A real socket.io server with a log in memory, on a free port unless one is given. */
export async function startLiveServer(
  wantedPort = 0,
  { now, elapsed, after }: Timers & { now(): number } = systemTime,
  { sessions = everybody, rates = { ofConnection: 64_000, ofAddress: 32_000_000 }, ...settings }: Settings = {},
): Promise<LiveServer> {
  const log = await openMemoryRevisionLog({ now, warn: () => {} })
  const http = createServer()
  const sockets = createSocketServer(http, { ...roomyEdge(), ...settings, sessions, allowedOrigins: [] })
  const server = { freshness: {} as FileFreshness, divergences: 0 }
  let desk = silentDesk
  let onDesk = () => {}
  const namespace = sockets.of(liveNamespace)
  serveBarrier(sockets.of(barrier))
  const live = serveLive(namespace, {
    log,
    freshness: () => server.freshness,
    desk: {
      current: () => desk,
      subscribe(listener) {
        onDesk = listener
        return () => {}
      },
    },
    checkLimit: defaultCheckLimit,
    onDivergences: (count) => {
      server.divergences += count
    },
    useless: countUselessPackets(sockets),
    rates,
    addressOf: (socket) => socket.handshake.address,
    logger: pino({ level: 'silent' }),
    now,
    timers: { elapsed, after },
  })
  const port = await listen(http, wantedPort, '127.0.0.1')
  return Object.assign(server, {
    url: `http://127.0.0.1:${port}`,
    log,
    namespace,
    connections: () => sockets.engine.clientsCount,
    newest: live.newest,
    counts: live.counts,
    broadcastVersion: live.broadcastVersion,
    say(next: DeskState) {
      desk = next
      onDesk()
    },
    stopServing: live.stop,
    async publish(drivers: readonly Driver[]) {
      const { version, drivers: before } = log.current()
      const changes = diffDrivers(before, byName(drivers))
      await log.append(version, { at: now(), sourceAt: undefined, changes, event: undefined })
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

/** A bare WebSocket to the server of engine.io, which loses what arrives before it sent its first packet. */
export async function openWebSocket(url: string): Promise<WebSocket> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`)
  await new Promise((resolve) => socket.once('message', resolve))
  return socket
}

/** A namespace of the fixture that acknowledges every event: joining it counts for no limit. */
const barrier = '/barrier'

function serveBarrier(namespace: Namespace): void {
  namespace.on('connection', (socket) => socket.on('reached', (acknowledge) => acknowledge()))
}

/**
 * Waits until the server has answered all that the client sent before, and the client has received all that the server
 * sent. The connection must be open.
 */
export async function settled({ socket }: BareClient): Promise<void> {
  if (!socket.connected) throw new Error('the connection is closed')
  const atBarrier = socket.io.socket(barrier)
  await twice(
    () =>
      new Promise((resolve, reject) => {
        socket.once('disconnect', (reason) => reject(new Error(`the connection was closed: ${reason}`)))
        // A connection keeps the order of its messages.
        if (!atBarrier.active) atBarrier.connect()
        atBarrier.emit('reached', resolve)
      }),
  )
}

const joinedBarrier = new WeakSet<WebSocket>()

/** The same for a bare WebSocket; it also returns when the connection is closed. */
export async function settledRaw(socket: WebSocket): Promise<void> {
  if (!joinedBarrier.has(socket)) await answerOf(socket, `40${barrier},`, `40${barrier},`)
  joinedBarrier.add(socket)
  await twice(() => answerOf(socket, `42${barrier},1["reached"]`, `43${barrier},1`))
}

function answerOf(socket: WebSocket, packet: string, answer: string): Promise<unknown> {
  return new Promise((resolve) => {
    const listen = (received: unknown) => {
      if (!String(received).startsWith(answer)) return
      socket.off('message', listen)
      resolve(undefined)
    }
    if (socket.readyState > WebSocket.OPEN) resolve(undefined)
    socket.once('close', resolve)
    socket.on('message', listen)
    socket.send(packet)
  })
}

/** Once until the server has received all; again, since answers are made in promises that settle meanwhile. */
async function twice(roundTrip: () => Promise<unknown>): Promise<void> {
  await roundTrip()
  await roundTrip()
}

/** Counts the checks that a socket sends by WebSocket from now on, before any of them is answered. */
export function countChecks(socket: ServerSocket): () => number {
  let count = 0
  const { socket: websocket } = socket.conn.transport as unknown as { readonly socket: WebSocket }
  websocket.prependListener('message', (message) => {
    if (String(message).includes('"version_check"')) count += 1
  })
  return () => count
}
