import type { DeskChange, DeskRefusal } from '../desk/change-desk.ts'
import type { KeepResult, ReleaseResult, ServerState } from './pipeline-state.ts'
import type { Snapshot } from './snapshot.ts'

/** not_stored: the disk takes nothing; everything is said as before. */
export type DeskAnswer = 'done' | DeskRefusal | 'not_stored'

/** What the desk's pages ask the server. Pages may run in another process: parameters and results are plain data. */
export interface DeskApi {
  isSignedIn(token: string | undefined): Promise<boolean>
  /** Ends the session everywhere; its open sockets are closed. */
  signOut(token: string): Promise<void>
  state(): Promise<ServerState>
  release(id: string): Promise<ReleaseResult>
  /** Keeps the published list instead of the held one with this id, until a file changes. */
  keepOld(id: string): Promise<KeepResult>
  /** Changes what the desk says to pages and screens. */
  changeDesk(change: DeskChange): Promise<DeskAnswer>
  /** Ends all notifications for phones, and erases whom they are for. */
  erasePhones(): Promise<void>
  /** Where spectators find this server, as an origin; undefined when no other device reaches it. */
  publicAddress(): Promise<string | undefined>
}

/** What the server offers to the pages. Each side has its own copy of every class. */
export interface ServerApi {
  /** The newest list that the pages have. A page calls it once: the next call may have a newer one. */
  snapshot(): Snapshot
  /** The origin under which the public reaches this server; undefined when the setting is absent. */
  readonly publicOrigin: string | undefined
  /** The addresses of style sheets that only the big screen needs; none in development. */
  readonly bigScreenStyles: readonly string[]
  /** Whether any site may show /embed in a frame. */
  readonly canBeFramed: boolean
  readonly admin: DeskApi
}

// The server and every page have their own copies of this module; they share only globalThis.
const key = Symbol.for('paddock.server')
const shared = globalThis as { [key]?: ServerApi }

/** The process of the pages calls this once, before it answers requests. */
export function provideServer(api: ServerApi): void {
  shared[key] = api
}

/** The only way from app/ to the running server. Throws in a process without one, such as `next start`. */
export function runningServer(): ServerApi {
  const api = shared[key]
  if (!api) throw new Error('Pages need the Paddock server around them: start it with "npm start" or "npm run dev".')
  return api
}
