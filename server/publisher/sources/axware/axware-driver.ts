import type { HtmlCell } from '../html/html-tables.ts'
import { type Runs, withoutTrailingBlanks } from '../runs/run-columns.ts'
import { normalizeRunCell } from '../runs/run-notation.ts'
import { type ColumnRole, columnCells, isGap } from './axware-columns.ts'
import type { DriverRows } from './axware-sections.ts'

/** One entry as an AXWare page prints it, text unless said otherwise, '' where it has none. */
export interface AxwareHtmlEntry {
  /** As printed, which can be `Last, First`. */
  readonly name: string
  /** As printed in the row; where that is blank, the group's code. */
  readonly class: string
  /** The code of the heading it stands under: its class, or an index group such as `n` of several. */
  readonly group: string
  readonly group_name: string
  readonly number: string
  readonly car: string
  readonly color: string
  readonly runs: Runs
  readonly total: string
  readonly difference: string
  readonly position: number | ''
  readonly trophy: boolean
  /** Where in `runs` the printed best stands; of a two-day event one for each day. */
  readonly best_run: number | undefined | readonly (number | undefined)[]
  readonly line: number
}

interface Day {
  readonly runs: string[]
  best: number | undefined
}

/**
 * Puts an entry together from a driver's rows: who and how much from the first, runs from all, car and gap from either.
 */
export function readAxwareDriver({ columns, rows }: DriverRows, group: string, groupName: string): AxwareHtmlEntry {
  const [first = [], ...more] = rows.map(columnCells)
  const text = (cells: readonly (HtmlCell | undefined)[], role: ColumnRole) =>
    cells.find((cell, at) => columns[at] === role && cell?.text)?.text ?? ''
  const position = text(first, 'position')
  const days = readDays([first, ...more], columns)
  const code = text(first, 'class') || group
  return {
    name: text(first, 'name'),
    class: code,
    group: group || code,
    group_name: groupName,
    number: text(first, 'number'),
    // Where there is no column for it, the car stands below the name.
    car: text(first, 'car') || more.map((cells) => text(cells, 'name')).find(Boolean) || '',
    color: text(first, 'color'),
    runs: columns.includes('day') ? days.map(({ runs }) => runs) : (days[0]?.runs ?? []),
    total: text(first, 'total'),
    difference: text(first, 'difference') || more.map((cells) => text(cells, 'total')).find(isDifference) || '',
    position: /^\d+/.test(position) ? Number.parseInt(position, 10) : '',
    trophy: /^\d+\s*T/i.test(position),
    best_run: columns.includes('day') ? days.map(({ best }) => best) : days[0]?.best,
    line: rows[0]?.line ?? 0,
  }
}

function readDays(rows: readonly (readonly (HtmlCell | undefined)[])[], columns: readonly ColumnRole[]) {
  const days: Day[] = []
  const marked = rows.some((cells) => cells.some((cell, at) => columns[at] === 'run' && cell?.valign))
  for (const cells of rows) {
    if (days.length === 0 || cells.some((cell, at) => columns[at] === 'day' && cell?.text)) {
      days.push({ runs: [], best: undefined })
    }
    const day = days.at(-1)
    cells.forEach((cell, at) => {
      // Below the runs there can be cells that are there for the look of the table.
      if (!day || !cell || columns[at] !== 'run' || (marked && !cell.valign)) return
      if (cell.best && cell.text !== '') day.best = day.runs.length
      day.runs.push(normalizeRunCell(cell.text))
    })
  }
  return days.map(({ runs, best }) => ({ runs: withoutTrailingBlanks(runs), best }))
}

// Below the total, pages print the gap; old ones without a sign.
function isDifference(text: string): boolean {
  return isGap(text) || /^\d*\.\d+$/.test(text)
}
