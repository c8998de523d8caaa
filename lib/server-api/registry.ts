import type { Standings } from '../standings/standings.ts'
import type { PageData } from './page-data.ts'
import type { ReleaseResult, ServerState } from './pipeline-state.ts'

/** The day's changes, as `GET /live/history.json` sends them. */
export interface EncodedHistory {
  readonly etag: string
  readonly json: string
}

/** What the server offers to the pages. Plain data and functions: each side has its own copy of every class. */
export interface ServerApi {
  /** The newest list, in the messages that a socket would get now. */
  live(): PageData
  /** The standings of the list in `live`. */
  standings(): Standings
  /** The changes of one class, or of all. */
  history(code: string | undefined): EncodedHistory
  admin: {
    isSignedIn(token: string | undefined): Promise<boolean>
    /** Ends the session everywhere; its open sockets are closed. */
    signOut(token: string): Promise<void>
    state(): ServerState
    release(id: string): Promise<ReleaseResult>
  }
}

// The server and every page have their own copies of this module; they share only globalThis.
const key = Symbol.for('paddock.server')
const shared = globalThis as { [key]?: ServerApi }

/** The server calls this once, before it answers requests for pages. */
export function provideServer(api: ServerApi): void {
  shared[key] = api
}

/** The only way from app/ to the running server. Throws in a process without one, such as `next start`. */
export function runningServer(): ServerApi {
  const api = shared[key]
  if (!api) throw new Error('Pages need the Paddock server around them: start it with "npm start" or "npm run dev".')
  return api
}
