import type { AllDrivers, UpdateDrivers, VersionCheck } from '../../../lib/sync/protocol.ts'
import type { LogState, Revision, RevisionLog } from '../../log/revision-log.ts'
import { updateDrivers } from './messages.ts'

interface CatchUpReply {
  /** The version that a browser has after the message. */
  readonly version: number
  /** Undefined when the browser has this version already. */
  readonly message: AllDrivers | UpdateDrivers | undefined
}

/** The reply to one check. */
export type CatchUpReplies = (check: VersionCheck['data']) => Promise<CatchUpReply>

/**
 * Replies to checks with nothing, with the changes since the browser's version, or with the whole list. Equal checks
 * get one message object, so that a thousand phones that reconnect cost one encoding. [P9]
 */
export function createCatchUpReplies(log: RevisionLog, listOf: (state: LogState) => AllDrivers): CatchUpReplies {
  /** By the version of the browser: only versions that the log knows. */
  const messages = new Map<number, AllDrivers | UpdateDrivers>()
  let newest = log.current()

  function messageOf(from: number, revision: Revision): AllDrivers | UpdateDrivers {
    const known = messages.get(from)
    if (known?.data.version === revision.version) return known
    const current = log.current()
    const message = isSmaller(revision, current) ? updateDrivers(revision, from) : listOf(current)
    messages.set(from, message)
    return message
  }

  return async (check) => {
    const state = log.current()
    if (state !== newest) messages.clear()
    newest = state
    const known = check.catch_up && check.log === state.log ? messages.get(check.version) : undefined
    if (known) return { version: known.data.version, message: known }

    const missed = await log.since({ log: check.log, version: check.version })
    if (missed.kind === 'nothing') return { version: check.version, message: undefined }
    if (missed.kind === 'state') return { version: missed.state.version, message: listOf(missed.state) }
    // A client that cannot catch up always gets the list; the others get the shorter of list and changes.
    const message = check.catch_up ? messageOf(missed.from, missed.revision) : listOf(log.current())
    return { version: message.data.version, message }
  }
}

/** Whether the changes of a revision have at most as many records as the list. */
function isSmaller({ changes }: Revision, { drivers }: LogState): boolean {
  return changes.update.length + changes.destroy.length <= drivers.size
}
