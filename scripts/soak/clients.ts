import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Order, Report } from './report.ts'

/** The clients of one process, which sleep and wake together like those of one phone. */
export interface ClientProcess {
  readonly order: (order: Order) => void
  /** Stops the process with SIGSTOP: no code runs, the sockets remain open. */
  readonly sleep: () => void
  readonly thaw: () => void
  readonly isAsleep: () => boolean
  /** Unix ms; 0 when it never slept. */
  readonly thawedAt: () => number
  readonly end: () => Promise<void>
}

const file = fileURLToPath(new URL('client-process.ts', import.meta.url))

export function startClientProcess(onReport: (report: Report) => void, onEnd: (reason: string) => void): ClientProcess {
  const child: ChildProcess = fork(file, {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  let asleep = false
  let thawedAt = 0
  let ending = false
  child.on('message', (report: Report) => onReport(report))
  child.on('exit', (code, signal) => {
    if (!ending) onEnd(`a process of clients ended (${code ?? signal})`)
  })

  const thaw = () => {
    child.kill('SIGCONT')
    asleep = false
    thawedAt = Date.now()
  }

  return {
    order: (order) => void child.send(order),
    sleep() {
      child.kill('SIGSTOP')
      asleep = true
    },
    thaw,
    isAsleep: () => asleep,
    thawedAt: () => thawedAt,
    async end() {
      ending = true
      if (asleep) thaw()
      child.kill('SIGKILL')
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    },
  }
}
