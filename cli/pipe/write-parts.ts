import { type Board, boardOf } from '../board/board.ts'
import type { Followed } from '../connection/follow.ts'
import type { WatchOptions } from '../options/watch-options.ts'
import { plainTable } from './plain-table.ts'

/** What writing to a pipe, a file or once to a terminal needs. */
export interface WriteParts {
  readonly options: WatchOptions
  /** How wide a line may be; infinite where nothing wraps it. */
  readonly width: number
  /** Takes one line of results. */
  readonly write: (line: string) => void
  /** Takes what is no result. */
  readonly warn: (line: string) => void
  readonly now: () => number
  readonly signal: AbortSignal
}

export function isInStep({ live, told }: Followed): boolean {
  return live.connection === 'live' && told
}

/** Writes the whole table, and returns what was written. */
export function writeTable({ options, width, write, now }: WriteParts, { live, told, standings }: Followed): Board {
  const board = boardOf(standings, options.className, width)
  for (const line of plainTable({ board, live, told, now: now() + live.clockOffset, width })) write(line)
  return board
}
