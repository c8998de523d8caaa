import { applyChanges, type Changes, isUnchanged } from '../list/diff.ts'
import { SharedKeyMap } from '../list/shared-key-map.ts'
import { byName, type Drivers } from '../record/driver.ts'
import type { Event } from '../record/event.ts'
import type { AllDrivers, UpdateDrivers } from './protocol.ts'

/** A browser's copy of the list: the drivers of one version of one log, with the metadata of that version. */
export interface Replica {
  readonly log: string | undefined
  /** 0: no list was received, or the list had a wrong checksum. */
  readonly version: number
  readonly drivers: Drivers
  readonly event: Event | undefined
  /** The time of publishing, in Unix ms. */
  readonly at: number | undefined
  /** The modification time of the timing file, in Unix ms. */
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

/** Applies a whole list. Returns the same replica for an older version of the same log. [P6] */
export function receiveAll(replica: Replica, { data }: AllDrivers): Replica {
  if (data.log === replica.log && data.version < replica.version) return replica
  return {
    log: data.log,
    version: data.version,
    drivers: byName(data.drivers),
    // Another log can be another event, so that a list of it without an event has none.
    event: data.event ?? (data.log === replica.log ? replica.event : undefined),
    at: data.at,
    sourceAt: data.source_at,
    hash: data.hash,
  }
}

/**
 * Applies one set of changes. Returns the same replica for late or repeated changes, and 'gap' for changes of another
 * log or after a missing version: the caller then sends a version_check. Correct for any order of delivery. [P5]
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

/** The first change makes a SharedKeyMap, so that later lists share its keys while no name is created or destroyed. */
function listAfter(drivers: Drivers, changes: Changes): Drivers {
  return isUnchanged(changes) ? drivers : applyChanges(SharedKeyMap.from(drivers), changes)
}
