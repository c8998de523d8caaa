import type { LiveState } from '../../lib/live/live-store.ts'
import type { Board } from '../board/board.ts'
import { type Mark, staleLine, tableLine } from '../board/table-line.ts'
import { statusParts } from '../connection/status.ts'
import { cutLine, type Line, span } from '../styled-text/styled-line.ts'
import { wrapParts, wrapWords } from '../styled-text/wrap-parts.ts'

export interface View {
  readonly live: LiveState
  /** The server has reported the state of its publisher. */
  readonly confirmed: boolean
  readonly board: Board
  readonly marks: ReadonlyMap<string, Mark>
  /** The first visible row of the table. */
  readonly scroll: number
  /** Unix ms by the server's clock. */
  readonly now: number
  readonly server: string
  readonly width: number
  readonly height: number
}

export interface Frame {
  /** At most `height` lines, none wider than `width`. */
  readonly lines: readonly Line[]
  /** The first visible row, within the table. */
  readonly scroll: number
  /** Rows of a page. */
  readonly page: number
}

/** The whole screen. A small screen drops the footer and the title before the table, and never the status. */
export function frameOf(view: View): Frame {
  const { board, width, height } = view
  const all = wrapParts(statusParts(view.live, view.confirmed, view.now), width)
  const status = all.slice(0, Math.max(1, Math.floor(height / 2)))
  const left = height - status.length
  const title = left >= 5 ? wrapParts(board.title, width).slice(0, 1) : []
  const withFooter = left >= 4
  const page = Math.max(0, left - title.length - (withFooter ? 1 : 0))
  const scroll = Math.max(0, Math.min(view.scroll, board.rows.length - page))
  const body = board.rows.length === 0 ? messageLines(view) : tableLines(view, scroll, page)
  const padding = Array.from({ length: Math.max(0, page - body.length) }, (): Line => [])
  const footer = withFooter ? [footerLine(view, scroll, page)] : []
  const lines = [...title, ...status, ...body.slice(0, page), ...padding, ...footer]
  return { lines: lines.slice(0, height).map((line) => cutLine(line, width)), scroll, page }
}

function tableLines({ board, live, marks }: View, scroll: number, page: number): Line[] {
  const isStale = live.connection === 'offline' || live.stalledSince !== undefined
  return board.rows.slice(scroll, scroll + page).map((row, index) => {
    if (row.kind === 'space') return []
    // The first visible row is the heading of its class, also in the middle of a class.
    const shown = index === 0 ? { kind: 'heading' as const, of: row.of } : row
    const mark = shown.kind === 'entry' ? marks.get(shown.standing.driver.driver_name) : undefined
    return isStale ? staleLine(tableLine(shown, board, undefined)) : tableLine(shown, board, mark)
  })
}

function messageLines({ live, board, server, width }: View): Line[] {
  if (board.empty !== '') return [[], ...wrapWords(board.empty, width)]
  if (live.connection !== 'offline') return [[], ...wrapWords(`Connecting to ${server} …`, width)]
  const text = `No answer from ${server} yet. Is the server running there? It is tried again by itself.`
  return [[], ...wrapWords(text, width)]
}

function footerLine({ board, server, width }: View, scroll: number, page: number): Line {
  const { rows, entries } = board
  const end = Math.min(scroll + page, rows.length)
  const range = rows.length > page ? [`↑ ↓ PgUp PgDn scroll, lines ${scroll + 1}–${end} of ${rows.length}`] : []
  const count = rows.length === 0 ? [] : [entries === 1 ? '1 entry' : `${entries} entries`]
  const parts = ['q quits', ...range, ...count, server].map((text) => span(text, 'quiet'))
  return wrapParts(parts, width)[0] ?? []
}
