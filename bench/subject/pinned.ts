import { spawnSync } from 'node:child_process'

/** On which processors servers run, and on which the load; undefined: anywhere. */
export interface Pinning {
  readonly servers: string
  readonly load: string
}

/** Half of the processors for servers and half for the load; undefined with one processor, or without `taskset`. */
export function choosePinning(processors: number): Pinning | undefined {
  if (processors < 2 || spawnSync('taskset', ['--version'], { stdio: 'ignore' }).status !== 0) return undefined
  const half = Math.floor(processors / 2)
  return { servers: range(0, half), load: range(half, processors) }
}

/** The command that runs Node on these processors. */
export function nodeOn(processors: string | undefined): readonly [string, ...string[]] {
  return processors === undefined ? [process.execPath] : ['taskset', '-c', processors, process.execPath]
}

function range(from: number, until: number): string {
  return from === until - 1 ? `${from}` : `${from}-${until - 1}`
}
