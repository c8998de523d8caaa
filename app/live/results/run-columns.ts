import type { TimeFormat } from '../../../lib/record/run.ts'
import type { Standings } from '../../../lib/standings/standings.ts'

/** A phone has room for so many runs beside each other: times with minutes are longer. */
const mostColumns: Readonly<Record<TimeFormat, number>> = { seconds: 5, minutes: 4 }
const leastColumns: Readonly<Record<TimeFormat, number>> = { seconds: 4, minutes: 3 }
/** The room that every row has from the start: a race of more laps makes the rows of its leaders higher. */
const mostLines = 6

export interface RunColumns {
  readonly columns: number
  /** The lines that the runs take in every row, of all courses. */
  readonly lines: number
  /** Columns as narrow as can be are three on a phone of 320 px: so many lines, instead of one, are kept free there. */
  readonly tight: 1 | 2 | undefined
  /** The columns to label R1, R2 …; none where runs take several lines. */
  readonly labels: number
}

/** How a phone shows runs: by the entry with most of them, and by the runs that each will have. */
export function runColumns({ raw, event, courses }: Standings): RunColumns {
  const driven = raw.reduce((most, { runs }) => runs.reduce((more, { length }) => Math.max(more, length), most), 1)
  const runs = Math.max(driven, event.runs_per_entry ?? 1)
  const { columns, lines } = arrangeRuns(runs, event.time_format)
  const room = Math.min(mostLines, lines * Math.max(1, courses))
  const isTight = columns === mostColumns[event.time_format]
  return {
    columns,
    tight: isTight ? (room > mostLines / 2 ? 1 : 2) : undefined,
    lines: room,
    labels: lines === 1 ? runs : 0,
  }
}

/** Six runs are two lines of three: as few lines as fit, of equal length. */
export function arrangeRuns(
  runs: number,
  format: TimeFormat = 'seconds',
): { readonly columns: number; readonly lines: number } {
  const lines = Math.ceil(runs / mostColumns[format])
  return { lines, columns: Math.max(leastColumns[format], Math.ceil(runs / lines)) }
}
