import { io, type Socket } from 'socket.io-client'
import type { Changes } from '../list/diff.ts'
import { heartbeatInterval } from '../sync/heartbeat.ts'
import { liveNamespace, type ServerMessage, serverMessageSchema, type VersionCheck } from '../sync/protocol.ts'
import { type Effect, type Phase, type Sync, type SyncEvent, step } from '../sync/sync.ts'
import { createPatience } from './answer-timeout.ts'
import { fileFreshness } from './freshness.ts'
import { startIdleSelfCheck } from './idle-self-check.ts'
import type { Connection, LiveStore } from './live-store.ts'
import { countTraffic } from './socket-traffic.ts'

// All times are in milliseconds.

/** Nothing heard for this long: the connection is dead, whatever the socket says. [P8] */
const silenceLimit = 2.5 * heartbeatInterval
/** After a sleep it is enough that one heartbeat was missed. */
const sleepLimit = 1.2 * heartbeatInterval
/** How often silence is looked for; a tick that comes much later means that the machine slept. [P14] */
const tick = 1000
/**
 * Who was not heard in time gets twice as long on the next connection: the list may still be on its way over a slow
 * one.
 */
const longestSilence = 2 * silenceLimit
/** A gap is usually everybody's: browsers ask again at random within this time. [P5] */
const gapSpread = 1000
/** Reconnecting waits at random between 0 and a cap that doubles from the first to the second of these. [P14] */
const firstReconnectCap = 1000
const lastReconnectCap = 20_000

export interface LiveClient {
  /** The page is looked at again, or the network is back: looks at once instead of waiting for a timer. */
  wake(): void
  /** The page is put away, and may come back later: lets the connection go, and says so. */
  sleep(): void
  stop(): void
}

/**
 * Keeps a store in step with a server: connects to its `/live` namespace, asks for what was missed, applies what comes,
 * and says in the store how sure it is. What is decided is decided in sync.ts; here are the socket, the clock and the
 * dice. `url` is the server's origin; empty for the page's own.
 */
export function connectLive(url: string, store: LiveStore): LiveClient {
  let sync: Sync = {
    phase: 'connecting',
    replica: store.get().replica,
    newest: undefined,
    divergences: 0,
    unreported: 0,
  }
  let socket: Socket | undefined
  let attempts = 0
  let heardAt = Date.now()
  let tickedAt = Date.now()
  // A copy that a browser kept was heard of before: what it is until it is heard of again is offline.
  let everDecided = store.get().connection === 'offline'
  let traffic = 0
  // Answers that cannot be read would be asked for ever: of a newer server, they need a newer page. So would lists that
  // differ.
  let unreadable = 0
  let silence = silenceLimit
  const patience = createPatience(() => Date.now())
  let checkTimer: ReturnType<typeof setTimeout> | undefined
  let connectTimer: ReturnType<typeof setTimeout> | undefined
  let answerTimer: ReturnType<typeof setTimeout> | undefined

  const effects: Readonly<Record<Effect, () => void>> = {
    send_check() {
      const { version, log } = sync.replica
      const divergences = sync.unreported > 0 ? { divergences: Math.min(sync.unreported, 1000) } : {}
      const data = { version, ...(log === undefined ? {} : { log }), catch_up: true, ...divergences }
      const check: VersionCheck = { source: 'browser', action: 'version_check', data }
      socket?.emit(check.action, check)
      patience.asked()
    },
    check_soon() {
      clearTimeout(checkTimer)
      checkTimer = setTimeout(
        () => handle({ kind: 'check_due' }),
        Math.random() * gapSpread * 2 ** Math.min(unreadable + sync.divergences, 6),
      )
    },
    connect_soon() {
      const cap = Math.min(lastReconnectCap, firstReconnectCap * 2 ** attempts)
      attempts += 1
      clearTimeout(connectTimer)
      connectTimer = setTimeout(() => handle({ kind: 'connect_due' }), Math.random() * cap)
    },
    reconnect() {
      clearTimeout(connectTimer)
      letGo(socket)
      heardAt = Date.now()
      socket = open()
    },
  }

  function handle(event: SyncEvent, told: Partial<ReturnType<LiveStore['get']>> = {}): void {
    const next = step(sync, event)
    sync = next.sync
    if (event.kind === 'opened' || event.kind === 'closed' || event.kind === 'silence') everDecided = true
    if (sync.phase === 'live') {
      attempts = 0
      unreadable = 0
    }
    if (event.kind === 'unreadable') unreadable += 1
    if (next.effect) effects[next.effect]()
    const before = store.get()
    const connection = connectionOf(sync.phase, everDecided)
    const now = Date.now() + (told.clockOffset ?? before.clockOffset)
    const since = connection === before.connection ? before.connectionSince : now
    // One change: nobody sees a new phase with an old list, or the other way round.
    store.set(
      {
        ...told,
        replica: sync.replica,
        connection,
        connectionSince: since,
        divergences: sync.divergences,
        socketBytes: traffic,
      },
      carriedChanges(event),
    )
    selfCheck.changed()
  }

  const selfCheck = startIdleSelfCheck(
    () => sync.replica,
    (replica) => handle({ kind: 'differs', replica }),
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
      heardAt = Date.now()
      handle({ kind: 'opened' })
    })
    opening.on('disconnect', () => handle({ kind: 'closed' }))
    opening.on('connect_error', () => handle({ kind: 'closed' }))
    opening.onAny((_action: string, payload: unknown) => {
      heardAt = Date.now()
      silence = silenceLimit
      patience.heard()
      const message = serverMessageSchema.safeParse(payload)
      const heard = { heardAt: heardAt + store.get().clockOffset }
      if (!message.success) {
        // What this client does not know may be of a newer protocol; what it knows and cannot read would leave a hole.
        if (isListAction(payload)) handle({ kind: 'unreadable' }, heard)
      } else if (message.data.action !== 'problem') {
        handle({ kind: 'message', message: message.data }, { ...heard, ...tellings(message.data) })
      }
    })
    return opening
  }

  function wake(): void {
    const [woken, wokeAt, limit] = [socket, Date.now(), patience.limit()]
    // Phones say that they are online before they are: the next tries must not wait as long as the last ones did.
    attempts = 0
    handle({ kind: 'woke', silent: wokeAt - heardAt > (sync.phase === 'connecting' ? limit : sleepLimit) })
    clearTimeout(answerTimer)
    // A connection, open or opening, may have died with a network that was away.
    answerTimer = setTimeout(() => {
      if (socket === woken && heardAt < wokeAt) handle({ kind: 'silence' })
    }, limit)
  }

  const ticker = setInterval(() => {
    const now = Date.now()
    const slept = now - tickedAt > 5 * tick
    tickedAt = now
    if (slept) wake()
    else if (now - heardAt > silence) {
      // A connection that does not open has nothing on its way.
      if (sync.phase !== 'connecting') silence = longestSilence
      handle({ kind: 'silence' })
    }
  }, tick)
  socket = open()

  return {
    wake,
    sleep() {
      letGo(socket)
      handle({ kind: 'closed' })
    },
    stop() {
      selfCheck.stop()
      clearInterval(ticker)
      clearTimeout(checkTimer)
      clearTimeout(connectTimer)
      clearTimeout(answerTimer)
      letGo(socket)
    },
  }
}

function letGo(socket: Socket | undefined): void {
  socket?.offAny().off()
  socket?.disconnect()
}

/** Connecting is who has just come: once a connection was opened, or could not be, it is there or it is not. */
function connectionOf(phase: Phase, everDecided: boolean): Connection {
  if (phase === 'live') return 'live'
  if (phase === 'waiting') return 'offline'
  if (phase === 'connecting') return everDecided ? 'offline' : 'connecting'
  return 'behind'
}

/** What a message says that it changes in the list; undefined of one that carries no changes or the whole list. */
function carriedChanges(event: SyncEvent): Changes | undefined {
  return event.kind === 'message' && event.message.action === 'update_drivers' ? event.message.data.drivers : undefined
}

/** What a message says beside the list. */
function tellings(message: ServerMessage) {
  if (message.action === 'current_version') {
    return { clockOffset: message.data.now - Date.now(), ...fileFreshness(message.data) }
  }
  if (message.action === 'problem' || message.data.source_at === undefined) return {}
  return { sourceAt: message.data.source_at }
}

function isListAction(payload: unknown): boolean {
  const action = typeof payload === 'object' && payload !== null && 'action' in payload ? payload.action : undefined
  return action === 'all_drivers' || action === 'update_drivers'
}
