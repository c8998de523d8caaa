import { applyChanges, type Changes, isUnchanged } from '../list/diff.ts'
import { SharedKeyMap } from '../list/shared-key-map.ts'
import { byName, type Drivers } from '../record/driver.ts'
import type { Event } from '../record/event.ts'
import type { AllDrivers, UpdateDrivers } from './protocol.ts'

/** One browser's copy: the drivers of one version of one log, and what is known about that version. */
export interface Replica {
  readonly log: string | undefined
  /** 0: nothing was received yet. */
  readonly version: number
  readonly drivers: Drivers
  readonly event: Event | undefined
  /** Unix ms: when the version was published. */
  readonly at: number | undefined
  /** Unix ms: when the timing file behind it was written. */
  readonly sourceAt: number | undefined
  /** The server's checksum of this version. [P10] */
  readonly hash: string | undefined
}

export const emptyReplica: Replica = {
  log: undefined,
  version: 0,
  drivers: new Map(),
  event: undefined,
  at: undefined,
  sourceAt: undefined,
  hash: undefined,
}

/** Takes the whole list, unless it is an older version of the same log: then the same replica comes back. [P6] */
export function receiveAll(replica: Replica, { data }: AllDrivers): Replica {
  if (data.log === replica.log && data.version < replica.version) return replica
  return {
    log: data.log,
    version: data.version,
    drivers: byName(data.drivers),
    // Another log is another history: what is known of the old one's event says nothing of it.
    event: data.event ?? (data.log === replica.log ? replica.event : undefined),
    at: data.at,
    sourceAt: data.source_at,
    hash: data.hash,
  }
}

/**
 * Takes one set of changes, or says why it cannot.
 *
 * Messages may come late, twice, or with one missing. A late or repeated one returns the same replica; one that would
 * leave a hole, or is of another log, returns 'gap', and the caller asks again with version_check. Correctness rests
 * here, never on the order of delivery. [P5]
 */
export function receiveUpdate(replica: Replica, { data }: UpdateDrivers): Replica | 'gap' {
  if (replica.version === 0 || replica.log !== data.log) return 'gap'
  if (data.version <= replica.version) return replica
  if ((data.from ?? data.version - 1) > replica.version) return 'gap'
  return {
    log: replica.log,
    version: data.version,
    drivers: listAfter(replica.drivers, data.drivers),
    event: data.event ?? replica.event,
    at: data.at,
    sourceAt: data.source_at,
    hash: data.hash,
  }
}

/** The first change copies the names; while none is created or destroyed, all later lists share them. */
function listAfter(drivers: Drivers, changes: Changes): Drivers {
  return isUnchanged(changes) ? drivers : applyChanges(SharedKeyMap.from(drivers), changes)
}
