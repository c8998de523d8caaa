import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export interface ServerProcess {
  /** Resolves when the server has ended, by itself or not, with its exit code. */
  readonly ended: Promise<number>
  stop(): Promise<number>
}

/** Starts the built server, as `npm start` does, on a data folder and a state folder of its own. */
export function startServerProcess(root: string, dataFolder: string, stateFolder: string): ServerProcess {
  const child: ChildProcess = spawn(process.execPath, [join(root, 'scripts', 'start.mjs')], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataFolder, STATE_DIR: stateFolder },
    stdio: 'inherit',
  })
  const ended = once(child, 'exit').then(([code]: unknown[]) => (typeof code === 'number' ? code : 0))
  return {
    ended,
    stop() {
      // Ctrl-C in a terminal has reached it already; it stops once.
      if (child.exitCode === null) child.kill('SIGTERM')
      return ended
    },
  }
}
