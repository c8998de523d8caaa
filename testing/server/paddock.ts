import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServerProcess } from './server-process.ts'

/** Starts the built server on a data folder, with a free port and a new state folder. `settings` are more variables. */
export async function startPaddock(
  dataFolder: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<{ url: string; stop(): Promise<void> }> {
  const state = await mkdtemp(join(tmpdir(), 'paddock-state-'))
  const environment = { DATA_DIR: dataFolder, STATE_DIR: state, ADMIN_PASSWORD: 'benchmark', ...settings }
  const server = startServerProcess(environment)
  return {
    url: `http://127.0.0.1:${await server.listening}`,
    async stop() {
      server.signal('SIGTERM')
      await server.ended
      await rm(state, { recursive: true })
    },
  }
}
