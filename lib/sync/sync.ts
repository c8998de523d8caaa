import type { ServerMessage } from './protocol.ts'
import { type Replica, receiveAll, receiveUpdate } from './replica.ts'

/**
 * How current a replica is.
 * waiting: no connection, the next attempt is scheduled · connecting: a connection is being opened · checking: the
 * server has not answered the check yet · behind: a message was missed and a check is scheduled · live: the server
 * confirmed that this version is the newest.
 */
export type Phase = 'waiting' | 'connecting' | 'checking' | 'behind' | 'live'

/** A message about the list. */
export type ListMessage = Exclude<ServerMessage, { action: 'desk' | 'problem' }>

/** An event of a replica. Timers and resumptions are hints; only messages change the list. */
export type SyncEvent =
  | { readonly kind: 'opened' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'message'; readonly message: ListMessage }
  /** A message with a known action that does not match its schema. */
  | { readonly kind: 'invalid_message' }
  /** The checksum of this replica, computed in idle time, differs from the server's for its version. [P10] */
  | { readonly kind: 'checksum_mismatch'; readonly replica: Replica }
  /** The random delay after a gap is over. */
  | { readonly kind: 'check_due' }
  /** The random delay before the next connection is over. */
  | { readonly kind: 'connect_due' }
  /** The server was silent for too long: the connection is dead, or the machine slept. */
  | { readonly kind: 'silence' }
  /** The page is visible again, or the network is back. `silent`: a heartbeat was missed meanwhile. */
  | { readonly kind: 'resumed'; readonly silent: boolean }

/** What the caller must do. `reconnect` opens a new connection without waiting for the old one to close. */
export type Effect = 'send_check' | 'schedule_check' | 'schedule_connect' | 'reconnect'

export interface Sync {
  readonly phase: Phase
  readonly replica: Replica
  /** The newest version that the server named on this connection. */
  readonly newest: { readonly log: string | undefined; readonly version: number } | undefined
  /** How often the replica's checksum differed from the server's for the same version. It must stay 0. [P10] */
  readonly divergences: number
  /** The divergences that no answered check has reported to the server. */
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
const askLater = to('behind', 'schedule_check')
const opened = (sync: Sync): Step => ask({ ...sync, newest: undefined })
const lost = to('waiting', 'schedule_connect')
const reopen = to('connecting', 'reconnect')
/** Ignores a replica that a newer one has replaced: the newer one is checked in its turn. */
const mismatch =
  (then: (sync: Sync) => Step): Handler<'checksum_mismatch'> =>
  (sync, { replica }) =>
    replica === sync.replica ? then(withoutVersion(sync)) : stay(sync)
const resumed: Handler<'resumed'> = (sync, { silent }) => (silent ? reopen(sync) : ask(sync))

/** A handler for each phase and event; the compiler refuses a missing one. docs/PROTOCOL.md shows the table. */
const table: Readonly<Record<Phase, Row>> = {
  waiting: {
    opened,
    closed: stay,
    message: stay,
    invalid_message: stay,
    checksum_mismatch: mismatch(stay),
    check_due: stay,
    connect_due: reopen,
    silence: stay,
    resumed: reopen,
  },
  connecting: {
    opened,
    closed: lost,
    message: stay,
    invalid_message: stay,
    checksum_mismatch: mismatch(stay),
    check_due: stay,
    connect_due: stay,
    silence: reopen,
    resumed: (sync, { silent }) => (silent ? reopen(sync) : stay(sync)),
  },
  checking: {
    opened,
    closed: lost,
    message: receive,
    invalid_message: askLater,
    checksum_mismatch: mismatch(askLater),
    check_due: stay,
    connect_due: stay,
    silence: reopen,
    resumed,
  },
  behind: {
    opened,
    closed: lost,
    message: receive,
    invalid_message: stay,
    checksum_mismatch: mismatch(stay),
    check_due: ask,
    connect_due: stay,
    silence: reopen,
    resumed,
  },
  live: {
    opened,
    closed: lost,
    message: receive,
    invalid_message: askLater,
    checksum_mismatch: mismatch(askLater),
    check_due: stay,
    connect_due: stay,
    silence: reopen,
    resumed,
  },
}

/** The state after an event, and the effect to carry out. Pure: no clock, no socket, no randomness. */
export function step<Kind extends SyncEvent['kind']>(sync: Sync, event: Extract<SyncEvent, { kind: Kind }>): Step {
  const handler: Handler<Kind> = table[sync.phase][event.kind as Kind]
  return handler(sync, event)
}

/**
 * Applies a message. The replica is live if it is the newest version that the server has named; if not, a check is
 * scheduled. [P5] [P6] [P8]
 */
function receive(sync: Sync, { message }: Extract<SyncEvent, { kind: 'message' }>): Step {
  const { log, version } = message.data
  const known = sync.newest?.log === log ? (sync.newest?.version ?? 0) : 0
  const newest = { log, version: Math.max(known, version) }
  const next = { ...afterMessage(sync, message), newest }
  const { replica } = next
  if (replica.log === newest.log && replica.version >= newest.version) return to('live')({ ...next, unreported: 0 })
  if (sync.phase === 'behind') return stay(next)
  // A broadcast can overtake the answer to a check, which is still to come. After any other message the check is
  // scheduled again.
  const overtook = sync.phase === 'checking' && message.action === 'update_drivers' && replica === sync.replica
  return overtook ? stay(next) : askLater(next)
}

function afterMessage(sync: Sync, message: ListMessage): Sync {
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

/** Counts a divergence and drops the version, so that the next check gets the whole list. The records stay. [P10] */
function withoutVersion(sync: Sync): Sync {
  const { replica, divergences, unreported } = sync
  return { ...sync, replica: { ...replica, version: 0 }, divergences: divergences + 1, unreported: unreported + 1 }
}
