import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { writePrivateFile } from './private-file.ts'

const storedSchema = z.object({
  sessions: z.array(z.object({ hash: z.string(), expires_at: z.number() })),
})

/** `expires_at` is Unix ms. */
export type StoredSession = z.infer<typeof storedSchema>['sessions'][number]

export interface SessionFile {
  /** Empty when the file is absent or damaged: everybody signs in again. */
  read(): Promise<readonly StoredSession[]>
  /** Replaces what is stored, in the order of the calls. Never rejects: the sessions in memory stay valid. */
  write(sessions: readonly StoredSession[]): Promise<void>
}

/** `sessions.json` in the state folder. No other user can read it. */
export function sessionFile(stateFolder: string, warn: (message: string) => void): SessionFile {
  const path = join(stateFolder, 'sessions.json')
  let last = Promise.resolve()
  return {
    async read() {
      try {
        return storedSchema.parse(JSON.parse(await readFile(path, 'utf8'))).sessions
      } catch {
        return []
      }
    },
    write(sessions) {
      last = last
        .then(() => writePrivateFile(path, JSON.stringify({ sessions })))
        .catch((error: unknown) => {
          const reason = error instanceof Error ? error.message : String(error)
          warn(`sessions.json cannot be written: ${reason}. After a restart, who signed out may be signed in again.`)
        })
      return last
    },
  }
}
