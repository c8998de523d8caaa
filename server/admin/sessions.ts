import { createHmac, randomBytes } from 'node:crypto'
import type { SessionFile, StoredSession } from './session-file.ts'

/** How long a session lasts, in seconds: a race day and the evening after. */
const sessionLength = 16 * 60 * 60
/** More than a timing desk has browsers; the oldest ends when there are more. */
const mostSessions = 100

export interface NewSession {
  readonly kind: 'signed_in'
  readonly token: string
  /** Seconds. */
  readonly maxAge: number
}

export interface Sessions {
  begin(): NewSession
  isValid(token: string | undefined): boolean
  /** Ends a session, here and after a restart. Resolves when that is stored. */
  end(token: string): Promise<void>
  /** Calls the listener whenever a session was ended. Returns how to stop. */
  subscribe(listener: () => void): () => void
}

export interface SessionParts {
  /** Makes the hash of a token; it depends on the password, so that a new password ends all sessions. */
  readonly key: Uint8Array
  readonly file: SessionFile
  /** Unix ms. */
  readonly now: () => number
}

/** Sessions are random tokens. Only their hashes are kept, in a file that survives a restart. */
export async function startSessions({ key, file, now }: SessionParts): Promise<Sessions> {
  const hashOf = (token: string) => createHmac('sha256', key).update(token).digest('base64url')
  const listeners = new Set<() => void>()
  const isCurrent = ({ expires_at }: StoredSession) => expires_at > now()
  let sessions = new Map((await file.read()).filter(isCurrent).map((session) => [session.hash, session]))

  function keep(next: readonly StoredSession[]): Promise<void> {
    sessions = new Map(next.map((session) => [session.hash, session]))
    return file.write(next)
  }

  return {
    begin() {
      const token = randomBytes(32).toString('base64url')
      const session = { hash: hashOf(token), expires_at: now() + sessionLength * 1000 }
      void keep([...[...sessions.values()].filter(isCurrent), session].slice(-mostSessions))
      return { kind: 'signed_in', token, maxAge: sessionLength }
    },
    isValid(token) {
      if (token === undefined || token.length > 100) return false
      const session = sessions.get(hashOf(token))
      return session !== undefined && isCurrent(session)
    },
    async end(token) {
      const hash = hashOf(token)
      if (!sessions.has(hash)) return
      const stored = keep([...sessions.values()].filter((session) => session.hash !== hash))
      for (const listener of listeners) listener()
      await stored
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
