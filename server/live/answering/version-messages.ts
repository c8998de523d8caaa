import type { CurrentVersion } from '../../../lib/sync/protocol.ts'
import type { LogState } from '../../log/revision-log.ts'
import { currentVersion, type FileFreshness, isHeld } from './messages.ts'

/** So old may the clock in a message be, in milliseconds: pages show ages in whole seconds. */
const longest = 1000

/** Returns `currentVersion` with one message object for each state, freshness and second, which all sockets share. */
export function createVersionMessages(now: () => number): (state: LogState, files: FileFreshness) => CurrentVersion {
  let made: { readonly state: LogState; readonly files: FileFreshness; readonly message: CurrentVersion } | undefined

  return (state, files) => {
    const age = made ? now() - made.message.data.now : longest
    if (made?.state === state && isEqual(made.files, files) && age >= 0 && age < longest) return made.message
    made = { state, files, message: currentVersion(state, files, now()) }
    return made.message
  }
}

function isEqual(one: FileFreshness, other: FileFreshness): boolean {
  return one.source_at === other.source_at && one.stalled_since === other.stalled_since && isHeld(one) === isHeld(other)
}
