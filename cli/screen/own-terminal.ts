import { emitKeypressEvents, type Key } from 'node:readline'
import type { TerminalEvents } from './show.ts'
import { createTerminal, type Terminal } from './terminal.ts'

export interface OwnTerminal {
  readonly terminal: Terminal
  readonly events: TerminalEvents
  suspend(): void
}

/**
 * The terminal of this process. It is restored at every end of the process except SIGKILL.
 */
export function ownTerminal(): OwnTerminal {
  const { stdin, stdout } = process
  const screen = createTerminal(stdout)
  const setRaw = (raw: boolean) => {
    if (stdin.isTTY) stdin.setRawMode(raw)
  }
  const terminal: Terminal = {
    ...screen,
    enter() {
      // Set twice, because a shell may have changed the mode meanwhile without Node's knowledge.
      setRaw(false)
      setRaw(true)
      if (stdin.isTTY) stdin.resume()
      screen.enter()
    },
    leave() {
      screen.leave()
      setRaw(false)
      stdin.pause()
    },
  }

  process.on('exit', terminal.leave)
  process.on('uncaughtException', (error) => {
    // The terminal first: an error on the alternate screen would vanish with it.
    terminal.leave()
    console.error(error)
    process.exit(1)
  })

  return {
    terminal,
    events: {
      key(listener) {
        if (!stdin.isTTY) return
        emitKeypressEvents(stdin)
        stdin.on('keypress', (_text: string | undefined, key: Key) => listener(key))
      },
      resized: (listener) => void stdout.on('resize', listener),
      resumed: (listener) => void process.on('SIGCONT', listener),
    },
    suspend() {
      // The whole group, like Ctrl-Z: npm and its shell wait for this process.
      if (process.platform !== 'win32') process.kill(0, 'SIGTSTP')
      // Without a shell nothing stops this process, and no SIGCONT would follow.
      setTimeout(() => process.emit('SIGCONT'), 200)
    },
  }
}
