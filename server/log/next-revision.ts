import { checksumAfter } from '../../lib/list/checksum.ts'
import { applyChanges, effectOf } from '../../lib/list/diff.ts'
import type { Draft, LogState, Revision } from './revision-log.ts'

/**
 * The revision that a draft leads to from a state. Its changes are the real difference of the two lists: changes of the
 * draft without an effect are left out, and the checksum is that of the new list. [P1]
 */
export function nextRevision(state: LogState, draft: Draft): Revision {
  const changes = effectOf(state.drivers, draft.changes)
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

/** The state after its next revision. */
export function stateAfter(
  state: LogState,
  { log, version, at, sourceAt, changes, event, checksum }: Revision,
): LogState {
  const drivers = applyChanges(state.drivers, changes)
  return { log, version, at, sourceAt, drivers, event: event ?? state.event, checksum }
}
