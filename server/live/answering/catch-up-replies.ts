import type { AllDrivers, UpdateDrivers, VersionCheck } from '../../../lib/sync/protocol.ts'
import type { LogState, Revision, RevisionLog } from '../../log/revision-log.ts'
import { updateDrivers } from './messages.ts'

interface Answer {
  /** The version that a browser has when it took the message; undefined when it has it already. */
  readonly version: number
  readonly message: AllDrivers | UpdateDrivers | undefined
}

/** Answers one check. */
export type Answers = (check: VersionCheck['data']) => Promise<Answer>

/**
 * What browsers are told that ask: nothing, what changed since their version, or everything. Each message is built once
 * for all who ask the same, so that a thousand phones that come back cost one encoding. [P9]
 */
export function createCatchUpReplies(log: RevisionLog, listOf: (state: LogState) => AllDrivers): Answers {
  const updates = new Map<number, UpdateDrivers>()
  let newest = log.current()

  function updateOf(from: number, revision: Revision): UpdateDrivers {
    const known = updates.get(from)
    if (known?.data.version === revision.version) return known
    const update = updateDrivers(revision, from)
    updates.set(from, update)
    return update
  }

  return async (check) => {
    const state = log.current()
    if (state !== newest) updates.clear()
    newest = state
    const known = check.catch_up && check.log === state.log ? updates.get(check.version) : undefined
    if (known) return { version: known.data.version, message: known }

    const missed = await log.since({ log: check.log, version: check.version })
    if (missed.kind === 'nothing') return { version: check.version, message: undefined }
    if (missed.kind === 'state') return { version: missed.state.version, message: listOf(missed.state) }
    const { from, revision } = missed
    const current = log.current()
    // A bare client always gets everything; for the others the shorter of the two.
    const message = check.catch_up && isSmaller(revision, current) ? updateOf(from, revision) : listOf(current)
    return { version: message.data.version, message }
  }
}

/** More changes than drivers: the list is the shorter answer. */
function isSmaller({ changes }: Revision, { drivers }: LogState): boolean {
  return changes.update.length + changes.destroy.length <= drivers.size
}
