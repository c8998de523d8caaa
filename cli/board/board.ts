import { defaultEvent, type Event } from '../../lib/record/event.ts'
import type { Standings } from '../../lib/standings/standings.ts'
import { safeText } from '../styled-text/safe-text.ts'
import { type Span, span } from '../styled-text/styled-line.ts'
import { type Columns, fitColumns, markSpace } from './columns.ts'
import { eventSpans } from './event-spans.ts'
import { shownClasses, type TableRow, tableRows } from './table-rows.ts'

/** The table to show: its rows, and the columns that fit. */
export interface Board {
  readonly event: Event
  /** The title line of the event. */
  readonly title: readonly Span[]
  readonly rows: readonly TableRow[]
  readonly columns: Columns
  readonly entries: number
  /** The reason for a table without rows; '' before the first list. */
  readonly empty: string
}

const nothingYet: Board = {
  event: defaultEvent('Live results'),
  title: [span('Live results', 'strong')],
  rows: [],
  columns: { time: [], indexed: [] },
  entries: 0,
  empty: '',
}

/** The least width in cells; a narrower terminal cuts the lines. */
const narrowest = 24

/** Returns a function that computes a board, and returns the same one while standings and width are the same. */
export function createBoards(className: string | undefined) {
  let last: { readonly standings: Standings | undefined; readonly width: number; readonly board: Board } | undefined
  return (standings: Standings | undefined, width: number): Board => {
    if (last === undefined || last.standings !== standings || last.width !== width) {
      last = { standings, width, board: boardOf(standings, className, width) }
    }
    return last.board
  }
}

export function boardOf(standings: Standings | undefined, className: string | undefined, width: number): Board {
  if (standings === undefined) return nothingYet
  const { event } = standings
  const classes = shownClasses(standings, className)
  return {
    event,
    title: eventSpans(event),
    rows: tableRows(classes),
    columns: fitColumns(classes, standings, Math.max(width, narrowest) - markSpace),
    entries: classes.reduce((total, { entries }) => total + entries.length, 0),
    empty: whyEmpty(standings, className),
  }
}

function whyEmpty({ classes }: Standings, className: string | undefined): string {
  if (classes.length === 0) return 'No drivers yet. The table fills by itself as soon as the timing file has entries.'
  const codes = classes.map(({ code }) => safeText(code) || 'without a class').join(', ')
  return `Nobody in class "${safeText(className ?? '')}". There are: ${codes}.`
}
