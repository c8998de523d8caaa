import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type Outcome, reproduction } from '../../../lib/sync/properties/property.fixture.ts'
import type { Batch } from './batches.ts'

export interface Result {
  readonly outcome: Outcome
  readonly milliseconds: number
}

export interface Worker {
  /** Tries a batch. A batch that kills the process is broken; the next batch gets a new process. */
  run(batch: Batch): Promise<Result>
  stop(): void
}

const cwd = fileURLToPath(new URL('../../..', import.meta.url))
const program = fileURLToPath(new URL('worker-process.ts', import.meta.url))

/** A process with the properties of a module; it starts with the first batch. */
export function startWorker(properties: URL): Worker {
  let child: ChildProcess | undefined

  function alive(): ChildProcess {
    if (!child || child.exitCode !== null || child.signalCode !== null) {
      child = fork(program, [properties.href], { cwd, execArgv: ['--import', 'tsx'] })
    }
    return child
  }

  return {
    run(batch) {
      const running = alive()
      const began = performance.now()
      return new Promise((resolve) => {
        const died = (code: number | null, signal: string | null) => {
          const outcome = diedOf(batch, signal ?? `code ${code}`)
          resolve({ outcome, milliseconds: performance.now() - began })
        }
        running.once('exit', died)
        running.once('message', (result: Result) => {
          running.off('exit', died)
          resolve(result)
        })
        // The exit event reports a process that cannot be sent to.
        running.send(batch, () => {})
      })
    },
    stop() {
      child?.kill()
    },
  }
}

function diedOf({ title, seed, cases }: Batch, reason: string): Outcome {
  const again = `${reproduction(title, seed, '0')} --cases ${cases}`
  return { kind: 'broken', cases: 0, report: `${title}\nIts process ended with ${reason}.\n\nOnce more: ${again}` }
}
