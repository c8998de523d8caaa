import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

interface Settings {
  /** Added to this process's own variables. */
  readonly environment: Readonly<Record<string, string>>
  readonly parameters?: readonly string[]
  /** `serve` is the server itself; `start` is `npm start`, which starts it again after a fault. */
  readonly script?: 'serve' | 'start'
  /** Whether the server writes to this process's terminal or into pipes. */
  readonly output: 'terminal' | 'pipes'
  /** The command that runs a script, with options; Node itself, if absent. */
  readonly node?: readonly [string, ...string[]]
}

/** Starts the built server in production. */
export function spawnServer({
  environment,
  parameters = [],
  script = 'serve',
  output,
  node: [program, ...options] = [process.execPath],
}: Settings): ChildProcess {
  const stream = output === 'terminal' ? 'inherit' : 'pipe'
  return spawn(program, [...options, `scripts/${script}.mjs`, ...parameters], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: [output === 'terminal' ? 'inherit' : 'ignore', stream, stream],
  })
}
