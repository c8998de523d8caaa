import type { Logger } from 'pino'
import type { Namespace, Socket } from 'socket.io'
import { heartbeatInterval, type VersionCheck, versionCheckSchema } from '../../lib/protocol.ts'
import type { Revision, RevisionLog, State } from '../log/revision-log.ts'
import { type AnswerLimit, limitAnswers, maximumMalformed } from './limits.ts'
import { allDrivers, currentVersion, type Freshness, problem, updateDrivers } from './messages.ts'

export interface LiveParts {
  readonly log: RevisionLog
  readonly freshness: () => Freshness
  readonly answerLimit: AnswerLimit
  readonly logger: Logger
  readonly now: () => number
}

/**
 * Serves the live protocol on a namespace: answers every version_check with what that browser missed, and broadcasts every
 * revision and a heartbeat. Returns how to say the heartbeat now (when freshness changed) and how to stop.
 */
export function serveLive(namespace: Namespace, parts: LiveParts): { sayVersion: () => void; stop: () => void } {
  oncePerConnection(namespace)
  namespace.on('connection', (socket) => listen(socket, parts))

  const unsubscribe = parts.log.subscribe((revision) => namespace.emit('update_drivers', updateDrivers(revision)))
  const sayVersion = () => {
    namespace.emit('current_version', currentVersion(parts.log.current(), parts.freshness(), parts.now()))
  }
  const heartbeat = setInterval(sayVersion, heartbeatInterval)

  return {
    sayVersion,
    stop() {
      clearInterval(heartbeat)
      unsubscribe()
    },
  }
}

/** One connection may join once: each further time would get every broadcast again. */
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

function listen(socket: Socket, parts: LiveParts): void {
  let malformed = 0
  const checks = limitAnswers<VersionCheck>(
    (check) => {
      if (unreadBytes(socket) > maximumUnread) {
        socket.conn.close(true)
        return
      }
      answer(socket, check, parts).catch((error: unknown) => {
        // The browser comes back by itself and asks again; told to disconnect(), it never would. [P13]
        parts.logger.error({ err: error }, 'a version_check could not be answered')
        socket.conn.close()
      })
    },
    parts.answerLimit,
    () => socket.conn.close(),
  )
  socket.on('disconnect', checks.stop)

  const refuse = (code: string, message: string) => {
    malformed += 1
    socket.emit('problem', problem(code, message))
    if (malformed >= maximumMalformed) socket.conn.close()
  }

  socket.onAny((action: string, payload: unknown) => {
    if (action !== 'version_check') {
      refuse('unknown_action', 'The only action that a browser sends is version_check.')
      return
    }
    const check = versionCheckSchema.safeParse(payload)
    if (check.success) checks.ask(check.data)
    else refuse('malformed', `version_check: ${explain(check.error.issues)}`)
  })
}

/** Who asks again and again without reading the answers must not fill the memory with them. Bytes. */
const maximumUnread = 1_000_000

/** What was written for a browser and is not on its way yet. */
function unreadBytes({ conn }: Socket): number {
  const packets = (conn as unknown as { writeBuffer: readonly { data?: unknown }[] }).writeBuffer
  const queued = packets.reduce((sum, { data }) => sum + (typeof data === 'string' ? data.length : 0), 0)
  const transport = conn.transport as unknown as { socket?: { bufferedAmount?: number } }
  return queued + (transport.socket?.bufferedAmount ?? 0)
}

/**
 * The version matches: nothing. Otherwise everything. A browser that knows the extras gets what changed instead, and hears
 * which version is the newest in any case, since it shows nothing as live that was not confirmed. [P9]
 */
async function answer(socket: Socket, { data }: VersionCheck, parts: LiveParts): Promise<void> {
  const { log } = parts
  const knowsExtras = data.catch_up === true
  const missed = await log.since({ log: data.log, version: data.version })
  if (missed.kind === 'changes' && knowsExtras && isSmaller(missed.revision, log.current())) {
    socket.emit('update_drivers', updateDrivers(missed.revision, missed.from))
  } else if (missed.kind !== 'nothing') {
    socket.emit('all_drivers', allDrivers(log.current()))
  }
  if (knowsExtras) socket.emit('current_version', currentVersion(log.current(), parts.freshness(), parts.now()))
}

/** More changes than drivers: the list is the shorter answer. */
function isSmaller({ changes }: Revision, { drivers }: State): boolean {
  return changes.update.length + changes.destroy.length <= drivers.size
}

function explain(issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): string {
  return issues
    .slice(0, 3)
    .map(({ path, message }) => `${path.join('.') || 'the message'}: ${message}`)
    .join('; ')
}
