import type { Key } from 'node:readline'
import { createBoards } from '../board/board.ts'
import { follow } from '../connection/follow.ts'
import type { WatchOptions } from '../options/watch-options.ts'
import { paintLine } from '../styled-text/paint.ts'
import { frameOf } from './frame.ts'
import { commandOf, scrolled } from './keys.ts'
import { marksAfter, noMarks } from './marks.ts'
import type { Terminal } from './terminal.ts'

/** Changes within so many milliseconds are drawn at once. */
const drawDelay = 30

/** The events of the terminal. */
export interface TerminalEvents {
  /** A key, as node:readline reports it. */
  key(listener: (key: Key) => void): void
  resized(listener: () => void): void
  /** The process continues after it was suspended. */
  resumed(listener: () => void): void
}

export interface ShowParts {
  readonly options: WatchOptions
  readonly terminal: Terminal
  readonly events: TerminalEvents
  readonly coloured: boolean
  readonly now: () => number
  /** Suspends this process, after the terminal was restored. */
  readonly suspend: () => void
  readonly signal: AbortSignal
}

/** Shows the table on the whole terminal until the quit key is pressed or the signal is aborted. */
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
    const { live, confirmed, standings } = follower.get()
    const { width, height } = terminal.size()
    const frame = frameOf({
      live,
      confirmed,
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
    due ??= setTimeout(draw, drawDelay)
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
  // Ages grow and marks end without a message.
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
