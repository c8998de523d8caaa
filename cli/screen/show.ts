import type { Key } from 'node:readline'
import { createBoards } from '../board/board.ts'
import { follow } from '../connection/follow.ts'
import type { WatchOptions } from '../options/watch-options.ts'
import { paintLine } from '../styled-text/paint.ts'
import { frameOf } from './frame.ts'
import { commandOf, scrolled } from './keys.ts'
import { marksAfter, noMarks } from './marks.ts'
import type { Terminal } from './terminal.ts'

/** How many milliseconds what happens at once is gathered for one drawing. */
const gathering = 30

/** What happens to the terminal while it is ours. */
export interface TerminalEvents {
  /** A key, as node:readline tells it. */
  key(listener: (key: Key) => void): void
  resized(listener: () => void): void
  /** The terminal was somebody else's for a while, and is ours again. */
  resumed(listener: () => void): void
}

export interface ShowParts {
  readonly options: WatchOptions
  readonly terminal: Terminal
  readonly events: TerminalEvents
  readonly coloured: boolean
  readonly now: () => number
  /** Hands the terminal, which was given back already, to the shell. */
  readonly suspend: () => void
  readonly signal: AbortSignal
}

/** Shows the table on the whole terminal until somebody quits or the signal says stop. */
export async function show(parts: ShowParts): Promise<void> {
  const { options, terminal, events, now, signal } = parts
  const boards = createBoards(options.className)
  let marks = noMarks
  let scroll = 0
  let page = 0
  let ended = false
  let due: ReturnType<typeof setTimeout> | undefined

  const follower = follow(options.address, (_, news) => {
    marks = marksAfter(marks, news.drivers, now())
    drawSoon()
  })

  function draw(): void {
    clearTimeout(due)
    due = undefined
    marks = marksAfter(marks, [], now())
    const { live, told, standings } = follower.get()
    const { width, height } = terminal.size()
    const frame = frameOf({
      live,
      told,
      board: boards(standings, width),
      marks: new Map(Array.from(marks, ([name, { mark }]) => [name, mark])),
      scroll,
      now: now() + live.clockOffset,
      server: options.address,
      width,
      height,
    })
    scroll = frame.scroll
    page = frame.page
    terminal.draw(frame.lines.map((line) => paintLine(line, parts.coloured)))
  }

  function drawSoon(): void {
    due ??= setTimeout(draw, gathering)
  }

  function press(key: Key, quit: () => void): void {
    const command = commandOf(key)
    if (command?.kind === 'quit') quit()
    else if (command?.kind === 'suspend') {
      terminal.leave()
      parts.suspend()
    } else if (command) {
      if (command.kind === 'redraw') terminal.clear()
      scroll = scrolled(scroll, page, command)
      draw()
    }
  }

  events.resized(() => {
    if (ended) return
    terminal.clear()
    drawSoon()
  })
  events.resumed(() => {
    if (ended) return
    terminal.enter()
    draw()
    follower.wake()
  })
  terminal.enter()
  draw()
  // Ages grow, and highlights end, without anything being heard.
  const ages = setInterval(draw, 1000)
  await new Promise<void>((resolve) => {
    events.key((key) => press(key, resolve))
    signal.addEventListener('abort', () => resolve())
    if (signal.aborted) resolve()
  })
  ended = true
  clearInterval(ages)
  clearTimeout(due)
  follower.stop()
  terminal.leave()
}
