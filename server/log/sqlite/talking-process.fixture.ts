import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** A real process that says on standard output what it does, until it is killed. */
export interface TalkingProcess {
  readonly process: ChildProcess
  /** Every line that it said, as words. */
  readonly said: readonly (readonly string[])[]
  /** Resolves when it has said a line that begins with this word, after the lines that were there at the call. */
  heard(word: string): Promise<readonly string[]>
  /** Ends what it may read, and resolves when it has ended by itself. */
  end(): Promise<void>
  /** Ends it at once, as a power cut of the process, and resolves when all that it said has arrived. */
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
