import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

export interface WatchProcess {
  /** Its output so far. */
  out(): string
  err(): string
  type(keys: string): void
  kill(signal: NodeJS.Signals): void
  /** Closes the reading end of the pipe, like `head` does. */
  stopReading(): void
  /** Its exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>
}

/** The compiled command as a process with pipes, which look like a terminal with `terminal`. */
export function startWatch(
  command: string,
  parameters: readonly string[],
  { terminal = false, env = {} } = {},
): WatchProcess {
  const terminalScript = pathToFileURL(join(dirname(command), 'fake-terminal.fixture.js'))
  const fake = terminal ? ['--import', terminalScript.href] : []
  const { NO_COLOR: _, ...inherited } = process.env
  const child = spawn(process.execPath, [...fake, command, ...parameters], {
    cwd: root,
    env: { ...inherited, TERM: 'xterm', TZ: 'UTC', ...env },
  })
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text
  })
  return {
    out: () => out,
    err: () => err,
    type: (keys) => void child.stdin.write(keys),
    kill: (signal) => void child.kill(signal),
    stopReading: () => void child.stdout.destroy(),
    // 'close' and not 'exit', so that all output was read.
    ended: once(child, 'close').then(([code]: unknown[]) => (typeof code === 'number' ? code : null)),
  }
}
