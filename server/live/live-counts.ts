import type { Namespace } from 'socket.io'
import type { AllDrivers, UpdateDrivers } from '../../lib/sync/protocol.ts'
import type { RevisionLog } from '../log/revision-log.ts'
import { SharedFramesAdapter } from './sending/shared-frames-adapter.ts'
import type { SlowSockets } from './sending/slow-sockets.ts'

/** What is known of the clients of the live namespace. It names none of them. */
export interface LiveCounts {
  /** Clients now, by the name of their transport. */
  readonly clients: Readonly<Record<'websocket' | 'polling', number>>
  /** Clients that cannot keep up at the moment, and how many versions the last of them is behind. */
  readonly slow: number
  readonly versionsBehind: number
  /** Since the start: answers that stood for several revisions, whole lists, and changes since a version. */
  readonly conflations: number
  readonly lists: number
  readonly catchUps: number
  /** Since the start: revisions that were sent to all, how often one was compressed for that, and all compressions. */
  readonly revisions: number
  readonly revisionDeflates: number
  readonly deflates: number
}

export interface LiveCounter {
  addAnswer(message: AllDrivers | UpdateDrivers): void
  /** Calls `send`, which sends one revision to all. */
  addRevision(send: () => void): void
  read(): LiveCounts
}

export function countLive(
  namespace: Namespace,
  log: Pick<RevisionLog, 'current'>,
  slow: Pick<SlowSockets, 'deferred' | 'conflations'>,
): LiveCounter {
  const counts = { lists: 0, catchUps: 0, revisions: 0, revisionDeflates: 0 }
  const { adapter } = namespace
  const deflates = () => (adapter instanceof SharedFramesAdapter ? adapter.deflates : 0)

  function clients(): LiveCounts['clients'] {
    const found = { websocket: 0, polling: 0 }
    for (const { conn } of namespace.sockets.values()) {
      found[conn.transport.name === 'websocket' ? 'websocket' : 'polling'] += 1
    }
    return found
  }

  /** A client without a list, or with one of another log, has no version to be behind with. */
  function versionsBehind(): number {
    const { log: name, version } = log.current()
    const known = [...slow.deferred()].filter((check) => check.log === name && check.version > 0)
    return known.reduce((most, check) => Math.max(most, version - check.version), 0)
  }

  return {
    addAnswer({ action }) {
      counts[action === 'all_drivers' ? 'lists' : 'catchUps'] += 1
    },
    addRevision(send) {
      const before = deflates()
      send()
      counts.revisions += 1
      counts.revisionDeflates += deflates() - before
    },
    read: () => ({
      ...counts,
      clients: clients(),
      slow: Array.from(slow.deferred()).length,
      versionsBehind: versionsBehind(),
      conflations: slow.conflations(),
      deflates: deflates(),
    }),
  }
}
