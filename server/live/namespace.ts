import type { Logger } from 'pino'
import type { Namespace } from 'socket.io'
import { heartbeatInterval } from '../../lib/sync/heartbeat.ts'
import type { AllDrivers, CurrentVersion, UpdateDrivers, VersionCheck } from '../../lib/sync/protocol.ts'
import type { Timers } from '../../lib/time/timers.ts'
import type { RevisionLog } from '../log/revision-log.ts'
import { type AnswerRates, createAnswerBudget } from './answering/answer-budget.ts'
import { createCatchUpReplies } from './answering/catch-up-replies.ts'
import { createDeskMessages, type SayingDesk } from './answering/desk-messages.ts'
import { createMessageBytes } from './answering/message-bytes.ts'
import { createListMessages, type FileFreshness, problem, updateDrivers } from './answering/messages.ts'
import { createVersionMessages } from './answering/version-messages.ts'
import { listenForChecks } from './listen-for-checks.ts'
import { countLive, type LiveCounts } from './live-counts.ts'
import { hangUp } from './sending/hang-up.ts'
import type { LiveSocket } from './sending/live-socket.ts'
import { messageSenderOf } from './sending/message-sender.ts'
import type { ActionMessage } from './sending/shared-frames-adapter.ts'
import { createSlowSockets } from './sending/slow-sockets.ts'
import type { CheckLimit } from './throttle-checks.ts'
import type { UselessPackets } from './useless-packets.ts'

export interface LiveParts {
  readonly log: RevisionLog
  readonly freshness: () => FileFreshness
  /** What the desk says, first on each connection. [P15] */
  readonly desk: SayingDesk
  readonly checkLimit: CheckLimit
  /** Called at every answered check with the number of divergences that the browser found since its last one. [P10] */
  readonly onDivergences: (count: number) => void
  /** Counts messages that cannot be used. [P11] */
  readonly useless: UselessPackets
  /** How much may be sent for the asking, and the address that this counts for. [P11] */
  readonly rates: AnswerRates
  readonly addressOf: (socket: LiveSocket) => string
  readonly logger: Logger
  /** Unix ms. */
  readonly now: () => number
  readonly timers: Timers
}

type Check = VersionCheck['data']

export interface LiveServing {
  /** The messages that a new socket gets now: a page that is made of them agrees with the sockets. */
  newest(): { readonly list: AllDrivers; readonly version: CurrentVersion }
  /** Sends the heartbeat now, because freshness changed. */
  broadcastVersion(): void
  counts(): LiveCounts
  stop(): void
}

/**
 * Serves the live protocol: answers each version_check with what the browser missed, and broadcasts every revision and
 * the heartbeat.
 */
export function serveLive(namespace: Namespace, parts: LiveParts): LiveServing {
  const { log, freshness, logger, now, timers } = parts
  const listOf = createListMessages()
  const replyTo = createCatchUpReplies(log, listOf)
  const versionOf = createVersionMessages(now)
  const newestVersion = () => versionOf(log.current(), freshness())
  const deskSays = createDeskMessages(parts.desk.current)

  const sender = messageSenderOf(namespace)
  const bytesOf = createMessageBytes()
  const budget = createAnswerBudget({ ...parts, burst: () => 3 * bytesOf(listOf(log.current())) })

  async function answer(socket: LiveSocket, check: Check, rejoin?: () => boolean): Promise<void> {
    let { version, message } = await replyTo(check)
    const charge = message && !wasSent(socket, message) ? bytesOf(message) : 0
    if (charge > 0 && !(await budget.turn(socket, charge))) return
    // A revision that is published meanwhile is not broadcast to an excluded socket.
    while (version !== log.current().version) ({ version, message } = await replyTo(check))
    const isRepetition = message && wasSent(socket, message)
    const isWanted = rejoin?.() ?? true
    // Meanwhile another check of this socket was answered, or is to be.
    if (charge > 0 && (isRepetition || !isWanted)) budget.refund(socket, charge)
    if (!isWanted) return
    if (isRepetition && check.divergences) {
      // A list that arrived and is wrong is sent again on the next connection, where this is reported again. [P10]
      hangUp(socket.conn)
      return
    }
    parts.onDivergences(check.divergences ?? 0)
    if (isRepetition) refuseRepetition(socket)
    else if (message?.action === 'all_drivers') socket.data.list = nameOf(message)
    const answers = isRepetition || !message ? [] : [message]
    for (const one of answers) counts.addAnswer(one)
    // An excluded socket may have missed what the desk said.
    const messages = rejoin ? [...deskSays(), ...answers] : answers
    // A browser that can catch up shows its list as live only after the newest version is confirmed.
    sender.send(socket, check.catch_up ? [...messages, newestVersion()] : messages)
  }

  /** Once on a connection, which keeps the order: what the browser has after it follows from that list. [P11] */
  function refuseRepetition(socket: LiveSocket): void {
    socket.emit('problem', problem('repeated', 'This connection was sent the list of this version already.'))
    parts.useless.add(socket.conn)
  }

  function fail(socket: LiveSocket, error: unknown): void {
    // After a closed connection the browser reconnects and asks again; after disconnect() it does not. [P13]
    logger.error({ err: error }, 'a version_check could not be answered')
    socket.conn.close()
  }

  const slow = createSlowSockets(sender, { answer, fail })
  const counts = countLive(namespace, log, slow)
  oncePerConnection(namespace)
  const known = new WeakSet<object>()
  namespace.on('connection', (socket: LiveSocket) => {
    // Joining and leaving in turns is as useless as a second join.
    if (known.has(socket.conn)) parts.useless.add(socket.conn)
    known.add(socket.conn)
    sender.send(socket, deskSays())
    listenForChecks(socket, parts, (check) => {
      socket.data.catchesUp = check.catch_up === true
      if (!slow.deferIfSlow(socket, check)) answer(socket, check).catch((error: unknown) => fail(socket, error))
    })
  })

  const unsubscribe = log.subscribe((revision) => {
    const from = { log: revision.log, version: revision.version - 1 }
    counts.addRevision(() => slow.broadcast(updateDrivers(revision), from))
  })
  /** Sends what is no revision to all; excluded sockets get it later. */
  function broadcast(message: ActionMessage): void {
    const { log: name, version } = log.current()
    slow.broadcast(message, { log: name, version })
  }
  const broadcastVersion = () => broadcast(newestVersion())
  const unsubscribeDesk = parts.desk.subscribe(() => deskSays().forEach(broadcast))
  function heartbeat(): void {
    cancelHeartbeat = timers.after(heartbeatInterval, heartbeat)
    broadcastVersion()
  }
  let cancelHeartbeat = timers.after(heartbeatInterval, heartbeat)

  return {
    newest: () => ({ list: listOf(log.current()), version: newestVersion() }),
    broadcastVersion,
    counts: counts.read,
    stop() {
      cancelHeartbeat()
      unsubscribe()
      unsubscribeDesk()
    },
  }
}

/** Whether it is the whole list of a version that this connection was sent as such. */
function wasSent(socket: LiveSocket, message: AllDrivers | UpdateDrivers): boolean {
  return message.action === 'all_drivers' && socket.data.list === nameOf(message)
}

function nameOf({ data }: AllDrivers): string {
  return `${data.log}.${data.version}`
}

/** A connection may join the namespace once: with a second socket it would get every broadcast twice. */
function oncePerConnection(namespace: Namespace): void {
  const joined = new WeakSet<object>()
  namespace.use((socket, next) => {
    if (joined.has(socket.conn)) {
      next(new Error('already_connected'))
      return
    }
    joined.add(socket.conn)
    socket.on('disconnect', () => joined.delete(socket.conn))
    next()
  })
}
