import type { Standings } from '../standings/standings.ts'
import type { PageData } from './page-data.ts'
import type { ReleaseResult, ServerState } from './pipeline-state.ts'

export type SignIn =
  | { readonly kind: 'signed_in'; readonly token: string; readonly maxAge: number }
  | { readonly kind: 'wrong_password' }
  | { readonly kind: 'too_many_tries'; readonly secondsToWait: number }

/** The day's changes as `GET /live/history.json` sends them. */
export interface EncodedHistory {
  readonly etag: string
  readonly json: string
}

/**
 * What the running server offers to the pages. Plain data and functions only: each side has its own copy of every
 * class.
 */
export interface ServerDoor {
  /** The newest list, in the messages that a socket would get at this moment. */
  live(): PageData
  /** Of the list that `live` has. */
  standings(): Standings
  /** Of one class, or of everybody. */
  history(code: string | undefined): EncodedHistory
  admin: {
    signIn(password: string, address: string): Promise<SignIn>
    isSignedIn(token: string | undefined): Promise<boolean>
    state(): ServerState
    release(id: string): Promise<ReleaseResult>
  }
}

// The custom server and every page get their own copy of this module; globalThis is what they share.
const place = Symbol.for('paddock.server')
const shared = globalThis as { [place]?: ServerDoor }

/** Called once, by the server, before any page can be asked for. */
export function provideServer(door: ServerDoor): void {
  shared[place] = door
}

/** The one door from app/ to the running server. Throws when a page runs outside of it, as `next start` would. */
export function runningServer(): ServerDoor {
  const door = shared[place]
  if (!door) throw new Error('Pages need the Paddock server around them: start it with "npm start" or "npm run dev".')
  return door
}
