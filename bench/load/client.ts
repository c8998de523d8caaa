import type { Connection } from './connection.ts'
import type { ListMessage, ListState } from './list-states.ts'
import type { PayloadMemory } from './payload-memory.ts'

/** What a client of any protocol is given. */
export interface ClientParts {
  readonly port: number
  /** Of all clients of this process. */
  readonly payloads: PayloadMemory<ListMessage | undefined>
  /** The list that this client holds. */
  readonly state: () => ListState
  readonly onMessage: (message: ListMessage) => void
  /** The connection was refused or closed, or the server said what it should not. */
  readonly onClosed: (reason: string) => void
}

export type Client = Pick<Connection, 'bytes' | 'pause' | 'resume' | 'end'>

/** Connects one client, which says what it holds and then takes what comes. */
export type OpenClient = (parts: ClientParts) => Client
