import { io, type Socket } from 'socket.io-client'
import type { Connection, LiveStore } from './live-store.ts'
import {
  heartbeatInterval,
  liveNamespace,
  type ServerMessage,
  serverMessageSchema,
  type VersionCheck,
} from './protocol.ts'
import { receiveAll, receiveUpdate } from './replica.ts'

/** Nothing heard for this long: the connection is dead, whatever the socket says. Milliseconds. [P8] */
const silenceLimit = 2.5 * heartbeatInterval
/** A gap is usually everybody's: browsers ask again at random within this time. Milliseconds. [P5] */
const gapSpread = 1000
/** Reconnecting waits at random between 0 and a cap that doubles from the first to the second of these. Milliseconds. [P14] */
const firstReconnectCap = 1000
const lastReconnectCap = 20_000

export interface LiveClient {
  /** The machine woke up, or the page came back: look at once instead of waiting for a timer. */
  wake(): void
  stop(): void
}

/**
 * Keeps a store in step with a server: connects to its `/live` namespace, asks for what was missed, applies what comes, and
 * says in the store how sure it is. `url` is the server's origin; empty for the page's own.
 */
export function connectLive(url: string, store: LiveStore): LiveClient {
  const socket: Socket = io(`${url}${liveNamespace}`, {
    reconnection: false,
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
  })
  let attempts = 0
  let reconnectTimer: ReturnType<typeof setTimeout> | undefined
  let checkTimer: ReturnType<typeof setTimeout> | undefined
  let heardAt = Date.now()
  // The newest version that the server spoke of: the copy is live when it is there.
  let newest: { readonly log: string | undefined; readonly version: number } | undefined

  const serverNow = () => Date.now() + store.get().clockOffset

  function enter(connection: Connection): void {
    if (store.get().connection !== connection) store.set({ connection, connectionSince: serverNow() })
  }

  function checkVersion(): void {
    clearTimeout(checkTimer)
    checkTimer = undefined
    const { replica } = store.get()
    const check: VersionCheck = {
      source: 'browser',
      action: 'version_check',
      data: { version: replica.version, ...(replica.log === undefined ? {} : { log: replica.log }), catch_up: true },
    }
    socket.emit(check.action, check)
  }

  function checkVersionSoon(): void {
    enter('behind')
    checkTimer ??= setTimeout(checkVersion, Math.random() * gapSpread)
  }

  function receive(message: ServerMessage): void {
    if (message.action === 'problem') return
    const { log, version } = message.data
    if (!newest || newest.log !== log || version > newest.version) newest = { log, version }
    const before = store.get().replica
    if (message.action === 'current_version') {
      const { hash, now, source_at, stalled_since } = message.data
      store.set({ clockOffset: now - Date.now(), sourceAt: source_at, stalledSince: stalled_since })
      const diverged = before.log === log && before.version === version && before.hash !== hash
      if (diverged) store.set({ replica: { ...before, version: 0 } })
    } else {
      const after = message.action === 'all_drivers' ? receiveAll(before, message) : receiveUpdate(before, message)
      if (after !== 'gap' && after !== before)
        store.set({ replica: after, sourceAt: after.sourceAt ?? store.get().sourceAt })
    }
    settle()
  }

  /** Live when the copy is the newest version heard of; otherwise the server is asked. */
  function settle(): void {
    const { log, version } = store.get().replica
    if (newest && log === newest.log && version >= newest.version) {
      clearTimeout(checkTimer)
      checkTimer = undefined
      enter('live')
    } else checkVersionSoon()
  }

  function reconnectSoon(): void {
    enter('offline')
    clearTimeout(checkTimer)
    checkTimer = undefined
    clearTimeout(reconnectTimer)
    const cap = Math.min(lastReconnectCap, firstReconnectCap * 2 ** attempts)
    attempts += 1
    reconnectTimer = setTimeout(() => socket.connect(), Math.random() * cap)
  }

  function reconnectNow(): void {
    clearTimeout(reconnectTimer)
    socket.disconnect().connect()
  }

  function lookForSilence(): void {
    if (!socket.connected || Date.now() - heardAt <= silenceLimit) return
    heardAt = Date.now()
    enter('offline')
    reconnectNow()
  }

  socket.on('connect', () => {
    attempts = 0
    heardAt = Date.now()
    checkVersion()
  })
  socket.on('disconnect', (reason) => {
    if (reason !== 'io client disconnect') reconnectSoon()
  })
  socket.on('connect_error', reconnectSoon)
  socket.onAny((_action: string, payload: unknown) => {
    heardAt = Date.now()
    const message = serverMessageSchema.safeParse(payload)
    // What this client does not know may be of a newer protocol; what it knows and cannot read would leave a hole.
    if (message.success) receive(message.data)
    else if (isKnownAction(payload)) checkVersionSoon()
    store.set({ heardAt: serverNow() })
  })
  const silenceTimer = setInterval(lookForSilence, 1000)

  return {
    wake() {
      if (!socket.connected) reconnectNow()
      else if (Date.now() - heardAt > silenceLimit) lookForSilence()
      else checkVersion()
    },
    stop() {
      clearInterval(silenceTimer)
      clearTimeout(reconnectTimer)
      clearTimeout(checkTimer)
      socket.disconnect()
    },
  }
}

function isKnownAction(payload: unknown): boolean {
  const action = typeof payload === 'object' && payload !== null && 'action' in payload ? payload.action : undefined
  return action === 'all_drivers' || action === 'update_drivers'
}
