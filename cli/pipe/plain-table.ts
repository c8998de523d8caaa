import { tableLine } from '../board/table-line.ts'
import { statusParts } from '../connection/status.ts'
import type { View } from '../screen/frame.ts'
import { plainText } from '../styled-text/styled-line.ts'
import { wrapParts } from '../styled-text/wrap-parts.ts'

/** The whole table as text, for pipes and files. */
export function plainTable(view: Pick<View, 'board' | 'live' | 'confirmed' | 'now' | 'width'>): readonly string[] {
  const { board, live, confirmed, now, width } = view
  const head = [...wrapParts(board.title, width), ...wrapParts(statusParts(live, confirmed, now), width)]
  const table = board.rows.map((row) => plainText(tableLine(row, board, undefined)))
  return [...head.map(plainText), '', ...(table.length === 0 ? [board.empty] : table)]
}
