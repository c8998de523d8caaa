import type { ServerState } from '../lib/server-api/pipeline-state.ts'
import type { DeskApi } from '../lib/server-api/registry.ts'
import type { Sessions } from './admin/sessions.ts'
import type { Desk } from './desk/desk.ts'
import type { Publisher } from './publisher/publisher.ts'
import type { Push } from './push/push.ts'

interface Parts {
  readonly sessions: Pick<Sessions, 'isValid' | 'end'>
  readonly publisher: Pick<Publisher, 'release' | 'keepOld'>
  readonly desk: Pick<Desk, 'change'>
  /** Undefined when there are no notifications for phones. */
  readonly push: Pick<Push, 'eraseAll'> | undefined
  readonly state: () => ServerState
  readonly address: () => string | undefined
}

/** What the pages of the desk may ask of the parts. */
export function createDeskApi({ sessions, publisher, desk, push, state, address }: Parts): DeskApi {
  return {
    isSignedIn: async (token) => sessions.isValid(token),
    signOut: sessions.end,
    state: async () => state(),
    release: publisher.release,
    keepOld: async (id) => publisher.keepOld(id),
    changeDesk: desk.change,
    erasePhones: async () => void push?.eraseAll(),
    publicAddress: async () => address(),
  }
}
