import { once } from 'node:events'
import { spawnServer } from '../../testing/server/spawn-server.ts'

export interface ServerProcess {
  /** Resolves with the exit code when the server has ended for any reason. */
  readonly ended: Promise<number>
  stop(): Promise<number>
}

/** Starts a server that writes to this terminal, on a data folder and a state folder of its own. */
export function startServerProcess(dataFolder: string, stateFolder: string): ServerProcess {
  const environment = { DATA_DIR: dataFolder, STATE_DIR: stateFolder }
  const child = spawnServer({ environment, output: 'terminal' })
  const ended = once(child, 'exit').then(([code]: unknown[]) => (typeof code === 'number' ? code : 0))
  return {
    ended,
    stop() {
      // Ctrl-C in a terminal has reached the server already; a second signal is harmless.
      if (child.exitCode === null) child.kill('SIGTERM')
      return ended
    },
  }
}
