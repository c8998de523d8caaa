import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** A child process that prints what it does, one line each. */
export interface TalkingProcess {
  readonly process: ChildProcess
  /** Every printed line, as words. */
  readonly said: readonly (readonly string[])[]
  /** Resolves with the next line that begins with this word. Rejects when the process ends first. */
  heard(word: string): Promise<readonly string[]>
  /** Closes its standard input, and resolves when it has ended by itself. */
  end(): Promise<void>
  /** Kills it with SIGKILL, and resolves when all its output has arrived. */
  kill(): Promise<void>
}

export function startTalking([program = '', ...parameters]: readonly string[]): TalkingProcess {
  const child = spawn(program, parameters, { stdio: ['pipe', 'pipe', 'pipe'] })
  const said: string[][] = []
  let errors = ''
  child.stderr.on('data', (data) => {
    errors += data
  })
  const lines = createInterface(child.stdout)
  lines.on('line', (line) => said.push(line.split(' ')))
  const closed = once(child, 'close')

  return {
    process: child,
    said,
    async heard(word) {
      const from = said.length
      for (;;) {
        const found = said.slice(from).find(([first]) => first === word)
        if (found) return found
        const ended = await Promise.race([once(lines, 'line').then(() => false), closed.then(() => true)])
        if (ended) throw new Error(`the process ended: ${errors}`)
      }
    },
    async end() {
      child.stdin.end()
      await closed
    },
    async kill() {
      child.kill('SIGKILL')
      await closed
    },
  }
}
