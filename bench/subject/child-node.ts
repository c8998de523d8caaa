import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { nodeOn } from './pinned.ts'

interface ChildSettings {
  readonly script: string
  /** On which processors; undefined: anywhere. */
  readonly processors: string | undefined
  readonly nodeOptions?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
}

/** A child of TypeScript with a channel for orders. It ends when its parent ends. */
export function startChild({ script, processors, nodeOptions = [], environment = {} }: ChildSettings): ChildProcess {
  const [command, ...parameters] = nodeOn(processors)
  return spawn(command, [...parameters, '--import', 'tsx', ...nodeOptions, script], {
    env: { ...process.env, NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
}

export async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}
