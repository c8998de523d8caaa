import { cpSync, existsSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { type ServerProcess, startServerProcess } from '../../testing/server/server-process.ts'

/** The built server as a process that the soak can kill, freeze and deprive of its state. */
export interface SoakServer {
  readonly port: number
  start(): Promise<void>
  /** SIGKILL like a power cut, or SIGTERM like an operator. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>
  isRunning(): boolean
  /** Stops the process with SIGSTOP: it answers nothing, and its connections remain open. */
  freeze(): void
  thaw(): void
  /** Deletes the state folder; only while the server does not run. */
  loseState(): void
  /** Copies the state folder, also while it is written. False when the copy failed. */
  backUp(): boolean
  /** Replaces the state folder by the copy; only while the server does not run. False when there is none. */
  rollBack(): boolean
  log(): string
}

export async function prepareServer(folder: string, dataFolder: string): Promise<SoakServer> {
  const port = await freePort()
  const state = join(folder, 'state')
  const backup = join(folder, 'backup')
  let running: ServerProcess | undefined
  const logs: string[] = []

  return {
    port,
    async start() {
      const environment = { DATA_DIR: dataFolder, STATE_DIR: state, ADMIN_PASSWORD: 'soak soak', PORT: `${port}` }
      const starting = startServerProcess(environment)
      running = starting
      await starting.listening.catch((error: unknown) => {
        // A trouble that ended it first is no failure.
        if (running === starting) throw error
      })
    },
    async end(signal) {
      const ending = running
      running = undefined
      ending?.signal(signal)
      // A frozen process gets SIGTERM only when it continues.
      ending?.signal('SIGCONT')
      await ending?.ended
      logs.push(ending?.stdout() ?? '', ending?.stderr() ?? '')
    },
    isRunning: () => running !== undefined,
    freeze: () => running?.signal('SIGSTOP'),
    thaw: () => running?.signal('SIGCONT'),
    loseState: () => rmSync(state, { recursive: true, force: true }),
    backUp() {
      rmSync(backup, { recursive: true, force: true })
      try {
        cpSync(state, backup, { recursive: true })
        return true
      } catch {
        rmSync(backup, { recursive: true, force: true })
        return false
      }
    },
    rollBack() {
      if (!existsSync(backup)) return false
      rmSync(state, { recursive: true, force: true })
      cpSync(backup, state, { recursive: true })
      return true
    },
    log: () => [...logs, running?.stdout() ?? '', running?.stderr() ?? ''].join(''),
  }
}

/** One port for all restarts, as in production. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
