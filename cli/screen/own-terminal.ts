import { emitKeypressEvents, type Key } from 'node:readline'
import type { TerminalEvents } from './show.ts'
import { createTerminal, type Terminal } from './terminal.ts'

export interface OwnTerminal {
  readonly terminal: Terminal
  readonly events: TerminalEvents
  suspend(): void
}

/**
 * This process's own terminal. However the process ends, short of being killed, the terminal is given back as it was.
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
      // Twice, since a shell that had the terminal meanwhile set it as it likes, and Node would not know.
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
    // First: on the other screen nobody would ever read what went wrong.
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
      // The whole group, as Ctrl-Z does it: npm and its shell wait for us.
      if (process.platform !== 'win32') process.kill(0, 'SIGTSTP')
      // Where no shell is behind us nobody is stopped, and nobody would ever say that we may go on.
      setTimeout(() => process.emit('SIGCONT'), 200)
    },
  }
}
