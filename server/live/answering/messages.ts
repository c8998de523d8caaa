import { formatChecksum } from '../../../lib/list/checksum.ts'
import type { PipelineState } from '../../../lib/server-api/pipeline-state.ts'
import type { AllDrivers, CurrentVersion, Problem, UpdateDrivers } from '../../../lib/sync/protocol.ts'
import type { LogState, Revision } from '../../log/revision-log.ts'

/** Returns `allDrivers` with one message object a state, which sockets and pages share. */
export function createListMessages(): (state: LogState) => AllDrivers {
  const lists = new WeakMap<LogState, AllDrivers>()
  return (state) => {
    const list = lists.get(state) ?? allDrivers(state)
    lists.set(state, list)
    return list
  }
}

/** The whole list of one version, as browsers get it. */
export function allDrivers(state: LogState): AllDrivers {
  return {
    source: 'server',
    action: 'all_drivers',
    data: {
      version: state.version,
      drivers: [...state.drivers.values()],
      log: state.log,
      at: state.at,
      ...(state.sourceAt === undefined ? {} : { source_at: state.sourceAt }),
      ...(state.event ? { event: state.event } : {}),
      hash: formatChecksum(state.checksum),
    },
  }
}

/** The changes of one revision; with `from`, those of all revisions since that version, squashed. */
export function updateDrivers(revision: Revision, from?: number): UpdateDrivers {
  const { create, update, destroy } = revision.changes
  return {
    source: 'server',
    action: 'update_drivers',
    data: {
      version: revision.version,
      drivers: { create: [...create], update: [...update], destroy: [...destroy] },
      log: revision.log,
      at: revision.at,
      ...(revision.sourceAt === undefined ? {} : { source_at: revision.sourceAt }),
      ...(from === undefined ? {} : { from }),
      ...(revision.event ? { event: revision.event } : {}),
      hash: formatChecksum(revision.checksum),
    },
  }
}

/** What the publisher knows of the files and the log does not. */
export type FileFreshness = Pick<PipelineState, 'source_at' | 'stalled_since' | 'held'>

/** True when a held list is why the publisher is stalled. */
export function isHeld({ stalled_since, held }: FileFreshness): boolean {
  return stalled_since !== undefined && held !== undefined
}

/** The newest version and the freshness of the files behind it, at `now` in Unix ms. */
export function currentVersion(state: LogState, files: FileFreshness, now: number): CurrentVersion {
  const sourceAt = files.source_at ?? state.sourceAt
  return {
    source: 'server',
    action: 'current_version',
    data: {
      version: state.version,
      log: state.log,
      at: state.at,
      ...(sourceAt === undefined ? {} : { source_at: sourceAt }),
      hash: formatChecksum(state.checksum),
      now,
      ...(files.stalled_since === undefined ? {} : { stalled_since: files.stalled_since }),
      ...(isHeld(files) ? { held: true as const } : {}),
    },
  }
}

export function problem(code: string, message: string): Problem {
  return { source: 'server', action: 'problem', data: { code, message } }
}
