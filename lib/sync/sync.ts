import type { ServerMessage } from './protocol.ts'
import { type Replica, receiveAll, receiveUpdate } from './replica.ts'

/**
 * How far a copy is in step with its server.
 * waiting: no connection; one is tried after a while · connecting: one is being opened · checking: the server was asked
 * and has not answered · behind: something was missed; the server is asked in a moment · live: the server said that
 * this is the newest.
 */
export type Phase = 'waiting' | 'connecting' | 'checking' | 'behind' | 'live'

/** A message that says something about the list. */
export type ListMessage = Exclude<ServerMessage, { action: 'problem' }>

/** What can happen to a copy. Timers and wake-ups are hints; only messages change the list. */
export type SyncEvent =
  | { readonly kind: 'opened' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'message'; readonly message: ListMessage }
  /** A message that this client must know and cannot read. */
  | { readonly kind: 'unreadable' }
  /** This copy, looked at in idle time, has another hash than the server gave for its version. [P10] */
  | { readonly kind: 'differs'; readonly replica: Replica }
  /** The random delay after a gap is over. */
  | { readonly kind: 'check_due' }
  /** The wait for another connection is over. */
  | { readonly kind: 'connect_due' }
  /** Nothing was heard for too long: a dead connection, or a machine that slept. */
  | { readonly kind: 'silence' }
  /** The page is looked at again, or the network is back. `silent`: a heartbeat was missed meanwhile. */
  | { readonly kind: 'woke'; readonly silent: boolean }

/** What the edge has to do. `reconnect` opens a new connection without waiting for the old one to close. */
export type Effect = 'send_check' | 'check_soon' | 'connect_soon' | 'reconnect'

export interface Sync {
  readonly phase: Phase
  readonly replica: Replica
  /** The newest version that the server spoke of on this connection. */
  readonly newest: { readonly log: string | undefined; readonly version: number } | undefined
  /** How often the copy had another checksum than the server for the same version. It must stay 0. [P10] */
  readonly divergences: number
  /** Those of them that no answered check has told the server of. */
  readonly unreported: number
}

export interface Step {
  readonly sync: Sync
  readonly effect?: Effect
}

type Handler<Kind extends SyncEvent['kind']> = (sync: Sync, event: Extract<SyncEvent, { kind: Kind }>) => Step
type Row = { readonly [Kind in SyncEvent['kind']]: Handler<Kind> }

const stay = (sync: Sync): Step => ({ sync })
const to =
  (phase: Phase, effect?: Effect) =>
  (sync: Sync): Step => ({ sync: { ...sync, phase }, ...(effect ? { effect } : {}) })

const ask = to('checking', 'send_check')
const askSoon = to('behind', 'check_soon')
const opened = (sync: Sync): Step => ask({ ...sync, newest: undefined })
const lost = to('waiting', 'connect_soon')
const openAnew = to('connecting', 'reconnect')
/** A newer copy that was made of this one is looked at in its turn. */
const differs =
  (then: (sync: Sync) => Step): Handler<'differs'> =>
  (sync, { replica }) =>
    replica === sync.replica ? then(withoutVersion(sync)) : stay(sync)
const wokeConnected: Handler<'woke'> = (sync, { silent }) => (silent ? openAnew(sync) : ask(sync))

/** Every phase and every event; the compiler refuses a table with a hole. docs/PROTOCOL.md shows it. */
const table: Readonly<Record<Phase, Row>> = {
  waiting: {
    opened,
    closed: stay,
    message: stay,
    unreadable: stay,
    differs: differs(stay),
    check_due: stay,
    connect_due: openAnew,
    silence: stay,
    woke: openAnew,
  },
  connecting: {
    opened,
    closed: lost,
    message: stay,
    unreadable: stay,
    differs: differs(stay),
    check_due: stay,
    connect_due: stay,
    silence: openAnew,
    woke: (sync, { silent }) => (silent ? openAnew(sync) : stay(sync)),
  },
  checking: {
    opened,
    closed: lost,
    message: receive,
    unreadable: askSoon,
    differs: differs(askSoon),
    check_due: stay,
    connect_due: stay,
    silence: openAnew,
    woke: wokeConnected,
  },
  behind: {
    opened,
    closed: lost,
    message: receive,
    unreadable: stay,
    differs: differs(stay),
    check_due: ask,
    connect_due: stay,
    silence: openAnew,
    woke: wokeConnected,
  },
  live: {
    opened,
    closed: lost,
    message: receive,
    unreadable: askSoon,
    differs: differs(askSoon),
    check_due: stay,
    connect_due: stay,
    silence: openAnew,
    woke: wokeConnected,
  },
}

/** One step: what a copy becomes of an event, and what is to be done. Pure: no clock, no socket, no chance. */
export function step<Kind extends SyncEvent['kind']>(sync: Sync, event: Extract<SyncEvent, { kind: Kind }>): Step {
  const handler: Handler<Kind> = table[sync.phase][event.kind as Kind]
  return handler(sync, event)
}

/**
 * Takes a message. The copy is live when it is the newest version heard of; when not, the server is asked. [P5] [P6]
 * [P8]
 */
function receive(sync: Sync, { message }: Extract<SyncEvent, { kind: 'message' }>): Step {
  const { log, version } = message.data
  const known = sync.newest?.log === log ? (sync.newest?.version ?? 0) : 0
  const newest = { log, version: Math.max(known, version) }
  const next = { ...copyAfter(sync, message), newest }
  const { replica } = next
  if (replica.log === newest.log && replica.version >= newest.version) return to('live')({ ...next, unreported: 0 })
  if (sync.phase === 'behind') return stay(next)
  // Broadcasts overtake the answer to a check; whatever else comes instead of it means that it has to be asked for
  // again.
  const overtook = sync.phase === 'checking' && message.action === 'update_drivers' && replica === sync.replica
  return overtook ? stay(next) : askSoon(next)
}

function copyAfter(sync: Sync, message: ListMessage): Sync {
  const { replica } = sync
  if (message.action === 'all_drivers') return { ...sync, replica: receiveAll(replica, message) }
  if (message.action === 'update_drivers') {
    const after = receiveUpdate(replica, message)
    return after === 'gap' ? sync : { ...sync, replica: after }
  }
  const { log, version, hash } = message.data
  const diverged = replica.log === log && replica.version === version && (replica.hash ?? hash) !== hash
  return diverged ? withoutVersion(sync) : sync
}

/** Counts a divergence. The list stays in sight as one of no version: the next check brings the whole list. [P10] */
function withoutVersion(sync: Sync): Sync {
  const { replica, divergences, unreported } = sync
  return { ...sync, replica: { ...replica, version: 0 }, divergences: divergences + 1, unreported: unreported + 1 }
}
