import { applyChanges } from '../../lib/list/diff.ts'
import { SharedKeyMap } from '../../lib/list/shared-key-map.ts'
import { byName, type Driver, type Drivers } from '../../lib/record/driver.ts'

/** What a message of any server says about the list. */
export type ListMessage =
  | {
      readonly kind: 'list'
      readonly version: number
      readonly drivers: readonly Driver[]
      readonly log?: string | undefined
    }
  | {
      readonly kind: 'changes'
      /** The version that the changes start at. */
      readonly from: number
      readonly version: number
      readonly update: readonly Driver[]
      readonly destroy: readonly string[]
    }

/** The list that a client holds. */
export interface ListState {
  readonly version: number
  readonly drivers: Drivers
  readonly log: string | undefined
}

/** Of a client that has no list yet. */
export const noList: ListState = { version: 0, drivers: new Map(), log: undefined }

/**
 * The list after a message; 'gap' when a message is missing before it. Equal states and messages give the same state,
 * which is computed once: so every client has a whole list of its own, and thousands of them cost little.
 */
export type NextState = (state: ListState, message: ListMessage) => ListState | 'gap'

export function createListStates(): NextState {
  const known = new WeakMap<ListState, Map<ListMessage, ListState | 'gap'>>()
  return (state, message) => {
    const ofState = known.get(state) ?? new Map<ListMessage, ListState | 'gap'>()
    known.set(state, ofState)
    const next = ofState.get(message) ?? stateAfter(state, message)
    ofState.set(message, next)
    return next
  }
}

function stateAfter(state: ListState, message: ListMessage): ListState | 'gap' {
  // Late or doubled: it changes nothing.
  if (message.version <= state.version) return state
  if (message.kind === 'list') {
    return { version: message.version, drivers: byName(message.drivers), log: message.log }
  }
  // A client without a list waits for one.
  if (state.version === 0) return state
  if (message.from > state.version) return 'gap'
  const changes = { create: [], update: message.update, destroy: message.destroy }
  return { ...state, version: message.version, drivers: applyChanges(SharedKeyMap.from(state.drivers), changes) }
}
