import { io, type Socket } from 'socket.io-client'
import { type DeskReplica, openDesk, receiveDesk, receiveOther, receiveUnreadable } from '../desk/desk-replica.ts'
import { deskOf } from '../desk/desk-schema.ts'
import type { Changes } from '../list/diff.ts'
import { heartbeatInterval } from '../sync/heartbeat.ts'
import { liveNamespace, type ServerMessage, serverMessageSchema, type VersionCheck } from '../sync/protocol.ts'
import { type Effect, type Phase, type Sync, type SyncEvent, step } from '../sync/sync.ts'
import { createAnswerTimeout } from './answer-timeout.ts'
import { type ClientTime, systemClientTime } from './client-time.ts'
import { fileFreshness } from './freshness.ts'
import { isFullRefusal } from './full-refusal.ts'
import { startIdleSelfCheck } from './idle-self-check.ts'
import type { Connection, LiveStore } from './live-store.ts'
import { countTraffic } from './socket-traffic.ts'

// All times are in milliseconds.

/** After this long without a message the connection is dead, even if the socket reports it as open. [P8] */
const silenceLimit = 2.5 * heartbeatInterval
/** The same limit after a sleep: one missed heartbeat is enough. */
const sleepLimit = 1.2 * heartbeatInterval
/** The interval of the silence check. A tick that is much later than this means that the machine slept. [P14] */
const tick = 1000
/** The limit after a silence: on a slow connection the list can take longer to arrive than `silenceLimit`. */
const extendedSilenceLimit = 2 * silenceLimit
/** The jitter of a check after a gap, because a gap usually affects all browsers at once. [P5] */
const gapSpread = 1000
/** The jitter of a reconnect is between 0 and a cap, which doubles from the first to the second of these. [P14] */
const firstReconnectCap = 1000
const lastReconnectCap = 20_000
/** A full server is asked less often: the cap is that of this attempt at least. */
const attemptsWhenFull = 4

export interface LiveClient {
  /** The page is visible again, or the network is back: checks or reconnects at once, without waiting for a timer. */
  wake(): void
  /** The page is hidden and may be shown again: disconnects, so that the store is offline until wake(). */
  sleep(): void
  stop(): void
}

/**
 * Keeps a store up to date with a server: connects to its `/live` namespace, checks for missed changes and applies
 * messages. sync.ts makes all decisions; this file adds the socket, the timers and the jitter. `url` is the server's
 * origin; empty for that of the page.
 */
export function connectLive(url: string, store: LiveStore, time: ClientTime = systemClientTime): LiveClient {
  const { now } = time
  let sync: Sync = {
    phase: 'connecting',
    replica: store.get().replica,
    newest: undefined,
    divergences: 0,
    unreported: 0,
  }
  let desk: DeskReplica = { desk: store.get().desk, isHeard: false }
  let socket: Socket | undefined
  let attempts = 0
  let heardAt = now()
  let tickedAt = now()
  // An offline list is offline until the server answers: it is never `connecting`.
  let hasSettled = store.get().connection === 'offline'
  let traffic = 0
  // Counted so that checks get rarer: a server with a newer protocol would answer each one with an invalid message.
  let invalidMessages = 0
  let maximumSilence = silenceLimit
  const answerTimeout = createAnswerTimeout(now)
  let cancelCheck = () => {}
  let cancelConnect = () => {}
  let cancelAnswerTimeout = () => {}
  let cancelTick = () => {}

  const effects: Readonly<Record<Effect, () => void>> = {
    send_check() {
      const { version, log } = sync.replica
      const divergences = sync.unreported > 0 ? { divergences: Math.min(sync.unreported, 1000) } : {}
      const data = { version, ...(log === undefined ? {} : { log }), catch_up: true, ...divergences }
      const check: VersionCheck = { source: 'browser', action: 'version_check', data }
      socket?.emit(check.action, check)
      answerTimeout.asked()
    },
    schedule_check() {
      cancelCheck()
      const cap = gapSpread * 2 ** Math.min(invalidMessages + sync.divergences, 6)
      cancelCheck = time.after(time.jitter(cap), () => handle({ kind: 'check_due' }))
    },
    schedule_connect() {
      const cap = Math.min(lastReconnectCap, firstReconnectCap * 2 ** attempts)
      attempts += 1
      cancelConnect()
      cancelConnect = time.after(time.jitter(cap), () => handle({ kind: 'connect_due' }))
    },
    reconnect() {
      cancelConnect()
      disconnect(socket)
      heardAt = now()
      socket = open()
    },
  }

  function handle(event: SyncEvent, more: Partial<ReturnType<LiveStore['get']>> = {}): void {
    const next = step(sync, event)
    sync = next.sync
    if (event.kind === 'opened' || event.kind === 'closed' || event.kind === 'silence') hasSettled = true
    if (sync.phase === 'live') {
      attempts = 0
      invalidMessages = 0
    }
    if (event.kind === 'invalid_message') invalidMessages += 1
    if (next.effect) effects[next.effect]()
    const connection = connectionOf(sync.phase, hasSettled)
    // One change, so that no listener sees a new phase with an old list, or an old phase with a new list.
    store.set(
      {
        ...more,
        replica: sync.replica,
        connection,
        divergences: sync.divergences,
        socketBytes: traffic,
      },
      carriedChanges(event),
    )
    selfCheck.changed()
  }

  const selfCheck = startIdleSelfCheck(
    () => sync.replica,
    (replica) => handle({ kind: 'checksum_mismatch', replica }),
  )

  function open(): Socket {
    const opening = io(`${url}${liveNamespace}`, {
      forceNew: true,
      reconnection: false,
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
    })
    countTraffic(opening.io.engine, (bytes) => {
      traffic += bytes
    })
    opening.on('connect', () => {
      heardAt = now()
      desk = openDesk(desk)
      handle({ kind: 'opened' }, { isServerFull: false })
    })
    opening.on('disconnect', () => handle({ kind: 'closed' }))
    opening.on('connect_error', (error) => {
      const isServerFull = isFullRefusal(error)
      if (isServerFull) attempts = Math.max(attempts, attemptsWhenFull)
      handle({ kind: 'closed' }, { isServerFull })
    })
    opening.onAny((_action: string, payload: unknown) => {
      heardAt = now()
      maximumSilence = silenceLimit
      answerTimeout.heard()
      const message = serverMessageSchema.safeParse(payload)
      desk = deskAfter(desk, message.data, payload)
      const heard = { heardAt: heardAt + store.get().clockOffset, desk: desk.desk }
      if (!message.success) {
        // An unknown action can be of a newer protocol. An invalid message with a known one would leave a gap.
        if (listActions.has(actionOf(payload))) handle({ kind: 'invalid_message' }, heard)
      } else if (message.data.action === 'desk') {
        store.set(heard)
      } else if (message.data.action !== 'problem') {
        handle({ kind: 'message', message: message.data }, { ...heard, ...freshnessIn(message.data, now()) })
      }
    })
    return opening
  }

  function wake(): void {
    const [resumedSocket, resumedAt, limit] = [socket, now(), answerTimeout.limit()]
    // Phones report that they are online before they are: the next attempts must be soon.
    attempts = 0
    handle({ kind: 'resumed', silent: resumedAt - heardAt > (sync.phase === 'connecting' ? limit : sleepLimit) })
    cancelAnswerTimeout()
    // The connection, open or opening, can be dead after a loss of the network.
    cancelAnswerTimeout = time.after(limit, () => {
      if (socket === resumedSocket && heardAt < resumedAt) handle({ kind: 'silence' })
    })
  }

  function watchSilence(): void {
    cancelTick = time.after(tick, watchSilence)
    const slept = now() - tickedAt > 5 * tick
    tickedAt = now()
    if (slept) wake()
    else if (now() - heardAt > maximumSilence) {
      // No list can be on its way on a connection that has not opened.
      if (sync.phase !== 'connecting') maximumSilence = extendedSilenceLimit
      handle({ kind: 'silence' })
    }
  }

  cancelTick = time.after(tick, watchSilence)
  socket = open()

  return {
    wake,
    sleep() {
      disconnect(socket)
      handle({ kind: 'closed' })
    },
    stop() {
      selfCheck.stop()
      for (const cancel of [cancelTick, cancelCheck, cancelConnect, cancelAnswerTimeout]) cancel()
      disconnect(socket)
    },
  }
}

/** Removes all listeners first, so that nothing is handled after it. */
function disconnect(socket: Socket | undefined): void {
  socket?.offAny().off()
  socket?.disconnect()
}

/** `connecting` only until the first attempt settles; then `offline` while there is no connection. */
function connectionOf(phase: Phase, hasSettled: boolean): Connection {
  if (phase === 'live') return 'live'
  if (phase === 'waiting') return 'offline'
  if (phase === 'connecting') return hasSettled ? 'offline' : 'connecting'
  return 'behind'
}

/** The changes that a message carries; undefined for a whole list and for other messages. */
function carriedChanges(event: SyncEvent): Changes | undefined {
  return event.kind === 'message' && event.message.action === 'update_drivers' ? event.message.data.drivers : undefined
}

/** The state of the timing file and the clock in a message that is received at `now`. */
function freshnessIn(message: ServerMessage, now: number) {
  if (message.action === 'current_version') {
    return { clockOffset: message.data.now - now, ...fileFreshness(message.data) }
  }
  if (message.action === 'problem' || message.action === 'desk' || message.data.source_at === undefined) return {}
  return { sourceAt: message.data.source_at }
}

/** What the desk says, after a message: the parsed one, or undefined for one that cannot be read. */
function deskAfter(desk: DeskReplica, message: ServerMessage | undefined, payload: unknown): DeskReplica {
  if (message?.action === 'desk') return receiveDesk(desk, deskOf(message.data))
  return actionOf(payload) === 'desk' ? receiveUnreadable(desk) : receiveOther(desk)
}

const listActions: ReadonlySet<unknown> = new Set(['all_drivers', 'update_drivers'])

function actionOf(payload: unknown): unknown {
  return typeof payload === 'object' && payload !== null && 'action' in payload ? payload.action : undefined
}
