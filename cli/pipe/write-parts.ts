import { type Board, boardOf } from '../board/board.ts'
import type { Followed } from '../connection/follow.ts'
import type { WatchOptions } from '../options/watch-options.ts'
import { plainTable } from './plain-table.ts'

/** The parts for writing to a pipe, to a file, or once to a terminal. */
export interface WriteParts {
  readonly options: WatchOptions
  /** The most cells of a line; infinite for pipes and files. */
  readonly width: number
  /** Takes one line of results. */
  readonly write: (line: string) => void
  /** Takes one line that is no result. */
  readonly warn: (line: string) => void
  readonly now: () => number
  readonly signal: AbortSignal
}

export function isInStep({ live, confirmed }: Followed): boolean {
  return live.connection === 'live' && confirmed
}

/** Writes the whole table and returns it. */
export function writeTable(
  { options, width, write, now }: WriteParts,
  { live, confirmed, standings }: Followed,
): Board {
  const board = boardOf(standings, options.className, width)
  for (const line of plainTable({ board, live, confirmed, now: now() + live.clockOffset, width })) write(line)
  return board
}
