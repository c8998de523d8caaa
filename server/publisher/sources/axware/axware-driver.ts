import type { HtmlCell } from '../html/html-table.ts'
import { type Runs, withoutTrailingBlanks } from '../runs/read-runs.ts'
import { normalizeRunCell } from '../runs/run-notation.ts'
import { type ColumnRole, columnCells, isGap } from './axware-columns.ts'
import { dayNumber, textBelow } from './axware-rows.ts'
import type { DriverRows } from './axware-sections.ts'

/** One entry as an AXWare page prints it; '' for what it lacks. */
export interface AxwareHtmlEntry {
  /** As printed, which can be `Last, First`. */
  readonly name: string
  /** As printed in the row; the group's code when that is blank. */
  readonly class: string
  /** The code of its heading: its class, or an index group of several classes, such as `n`. */
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
  /** Index in `runs` of the printed best; for a two-day event one a day. */
  readonly best_run: number | undefined | readonly (number | undefined)[]
  readonly line: number
}

interface Day {
  readonly runs: string[]
  best: number | undefined
}

/** Makes an entry of the rows of a driver: name and total are in the first, runs in all, car and gap in any. */
export function readAxwareDriver(
  { columns, rows, isHeadless }: DriverRows,
  group: string,
  groupName: string,
): AxwareHtmlEntry {
  const [first = [], ...more] = rows.map(columnCells)
  const text = (cells: readonly (HtmlCell | undefined)[], role: ColumnRole) => textBelow(cells, columns, role)
  const position = text(first, 'position')
  const days = readDays([first, ...more], columns)
  const code = text(first, 'class') || group
  return {
    name: isHeadless ? '' : text(first, 'name'),
    class: code,
    group: group || code,
    group_name: groupName,
    number: text(first, 'number'),
    // Without a column of its own, the car is below the name.
    car: text(first, 'car') || more.map((cells) => text(cells, 'name')).find(Boolean) || '',
    color: text(first, 'color'),
    runs: columns.includes('day') ? days.map(({ runs }) => runs) : (days[0]?.runs ?? []),
    total: isHeadless ? '' : text(first, 'total'),
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
    const label = textBelow(cells, columns, 'day')
    // The rows of a day can be missing.
    for (let number = days.length + 1; number < dayNumber(label); number += 1) days.push({ runs: [], best: undefined })
    if (days.length === 0 || label !== '') days.push({ runs: [], best: undefined })
    const day = days.at(-1)
    cells.forEach((cell, at) => {
      // Cells below the runs can be mere padding.
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
