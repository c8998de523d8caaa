import { formatChecksum } from '../../lib/checksum.ts'
import type { AllDrivers, CurrentVersion, Problem, UpdateDrivers } from '../../lib/protocol.ts'
import type { Revision, State } from '../log/revision-log.ts'

/** The whole list of one version, as it goes to browsers. */
export function allDrivers(state: State): AllDrivers {
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

/** One revision, or several squashed into one that starts at `from`. */
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

/** What the publisher knows beyond the log: it tells browsers how fresh the files are. */
export interface Freshness {
  readonly sourceAt: number | undefined
  readonly stalledSince: number | undefined
}

export function currentVersion(state: State, freshness: Freshness, now: number): CurrentVersion {
  const sourceAt = freshness.sourceAt ?? state.sourceAt
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
      ...(freshness.stalledSince === undefined ? {} : { stalled_since: freshness.stalledSince }),
    },
  }
}

export function problem(code: string, message: string): Problem {
  return { source: 'server', action: 'problem', data: { code, message } }
}
