import { checksumAfter } from '../../lib/list/checksum.ts'
import { applyChanges, diffDrivers } from '../../lib/list/diff.ts'
import type { Draft, LogState, Revision } from './revision-log.ts'

/**
 * The revision that a draft makes of a state. Its changes are those that the draft really makes, said in the one way
 * that diffDrivers has: what does nothing is left out, and the checksum is right whatever the draft said. [P1]
 */
export function nextRevision(state: LogState, draft: Draft): Revision {
  const changes = diffDrivers(state.drivers, applyChanges(state.drivers, draft.changes))
  return {
    log: state.log,
    version: state.version + 1,
    at: draft.at,
    sourceAt: draft.sourceAt,
    changes,
    event: draft.event,
    checksum: checksumAfter(state.checksum, state.drivers, changes),
  }
}

/** The state after the revision that follows it. */
export function stateAfter(
  state: LogState,
  { log, version, at, sourceAt, changes, event, checksum }: Revision,
): LogState {
  const drivers = applyChanges(state.drivers, changes)
  return { log, version, at, sourceAt, drivers, event: event ?? state.event, checksum }
}
