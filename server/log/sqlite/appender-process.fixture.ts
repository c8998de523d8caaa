import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export interface Appender {
  readonly process: ChildProcess
  /** Every line that it said, as words. */
  readonly said: readonly (readonly string[])[]
  /** Resolves when it has said a line that begins with this word, after the lines that were there at the call. */
  heard(word: string): Promise<readonly string[]>
  /** Ends it at once, as a power cut of the process, and resolves when all that it said has arrived. */
  kill(): Promise<void>
}

/** Starts a real process that appends to the log of this folder until it is killed. */
export function startAppender(folder: string): Appender {
  const script = fileURLToPath(new URL('./appender.fixture.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder], { stdio: ['ignore', 'pipe', 'pipe'] })
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
        if (ended) throw new Error(`the appender ended: ${errors}`)
      }
    },
    async kill() {
      child.kill('SIGKILL')
      await closed
    },
  }
}
