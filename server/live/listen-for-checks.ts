import { type VersionCheck, versionCheckSchema } from '../../lib/sync/protocol.ts'
import type { Timers } from '../../lib/time/timers.ts'
import { problem } from './answering/messages.ts'
import type { LiveSocket } from './sending/live-socket.ts'
import { type CheckLimit, throttleChecks } from './throttle-checks.ts'
import type { UselessPackets } from './useless-packets.ts'

interface Parts {
  readonly checkLimit: CheckLimit
  readonly timers: Timers
  readonly useless: UselessPackets
}

/** Passes the checks of a socket to `answer`, throttled; counts those that cannot be used. [P11] */
export function listenForChecks(
  socket: LiveSocket,
  { checkLimit, timers, useless }: Parts,
  answer: (check: VersionCheck['data']) => void,
): void {
  const checks = throttleChecks(answer, checkLimit, () => useless.close(socket.conn), timers)
  socket.on('disconnect', checks.stop)

  const refuse = (code: string, message: string) => {
    socket.emit('problem', problem(code, message))
    useless.add(socket.conn)
  }

  socket.onAny((action: string, payload: unknown) => {
    if (action !== 'version_check') {
      refuse('unknown_action', 'The only action that a browser sends is version_check.')
      return
    }
    const check = versionCheckSchema.safeParse(payload)
    if (check.success) checks.add(check.data.data)
    else refuse('malformed', `version_check: ${explain(check.error.issues)}`)
  })
}

function explain(issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): string {
  return issues
    .slice(0, 3)
    .map(({ path, message }) => `${path.join('.') || 'the message'}: ${message}`)
    .join('; ')
}
