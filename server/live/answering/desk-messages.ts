import type { DeskState } from '../../../lib/desk/desk-state.ts'
import type { DeskSays } from '../../../lib/sync/protocol.ts'

/** What the live namespace needs of the desk. */
export interface SayingDesk {
  /** The same object until it changes. */
  current(): DeskState
  /** Calls the listener after each change. Returns how to stop. */
  subscribe(listener: () => void): () => void
}

/**
 * Returns a function that gives the message to send now: none if the desk never said anything. It is the same object
 * until the desk changes, so that it is encoded once for all. [P9]
 */
export function createDeskMessages(current: () => DeskState): () => readonly DeskSays[] {
  let known: { readonly desk: DeskState; readonly messages: readonly DeskSays[] } | undefined
  return () => {
    const desk = current()
    if (known?.desk !== desk) {
      const data = { ...desk, screens: [...desk.screens] }
      known = { desk, messages: desk.version === 0 ? [] : [{ source: 'server', action: 'desk', data }] }
    }
    return known.messages
  }
}
