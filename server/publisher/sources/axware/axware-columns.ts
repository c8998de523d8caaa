import type { HtmlCell, HtmlRow } from '../html/html-table.ts'

/** What a column of a results table holds. */
export type ColumnRole =
  | 'position'
  | 'class'
  | 'number'
  | 'name'
  | 'car'
  | 'color'
  | 'day'
  | 'run'
  | 'total'
  | 'difference'
  | 'other'

/** The first columns of every AXWare page. */
const leading: readonly ColumnRole[] = ['position', 'class', 'number', 'name', 'car', 'color']

const headings: readonly (readonly [RegExp, ColumnRole])[] = [
  [/^(?:pos|position|place)$/, 'position'],
  [/^class$/, 'class'],
  [/^(?:number|no|num|carnumber)$/, 'number'],
  [/^(?:driver|name|drivername)$/, 'name'],
  [/^(?:car|carmodel|model|vehicle)$/, 'car'],
  [/^(?:carcolor|color|colour)$/, 'color'],
  [/^(?:day|course)$/, 'day'],
  [/^(?:run\d+|times)$/, 'run'],
  [/^total$/, 'total'],
  [/^(?:diff|difference)$/, 'difference'],
]

/**
 * The columns by their headings; undefined for other tables, such as 'Top Times Of Day'. With `afterGroup` the first
 * cell is the heading of a class, above the leading columns.
 */
export function columnsByHeadings(cells: readonly HtmlCell[], afterGroup: boolean): readonly ColumnRole[] | undefined {
  const roles: ColumnRole[] = []
  for (const [index, cell] of cells.entries()) {
    const role = headingRole(cell.text, roles.at(-1))
    if (afterGroup && index === 0)
      roles.push(...Array.from({ length: cell.colspan }, (_, at) => leading[at] ?? 'other'))
    else roles.push(...Array.from({ length: cell.colspan }, () => role))
  }
  const has = (role: ColumnRole) => roles.includes(role)
  return has('name') && has('number') && (has('run') || has('total')) ? roles : undefined
}

// Some layouts have 'Times' above the first run and nothing above the others.
function headingRole(text: string, before: ColumnRole | undefined): ColumnRole {
  const key = text
    .toLowerCase()
    .replace('#', 'number')
    .replace(/[^a-z0-9]/g, '')
  if (key === '') return before === 'run' ? 'run' : 'other'
  return headings.find(([pattern]) => pattern.test(key))?.[1] ?? 'other'
}

/** The columns by their content, for a table without headings; undefined when it has no results. */
export function columnsByEvidence(rows: readonly HtmlRow[]): readonly ColumnRole[] | undefined {
  const drivers = rows.map(columnCells).filter(isDriverRow)
  const width = drivers.reduce((most, cells) => Math.max(most, cells.length), 0)
  const columns = Array.from({ length: width }, (_, at) => drivers.flatMap((cells) => cells[at] ?? []))
  const marked = columns.some((column, at) => at > 3 && column.some((cell) => cell.valign))
  const runs = columns.map((column, at) => at > 3 && (marked ? column.some((cell) => cell.valign) : holdsRuns(column)))
  if (!runs.includes(true)) return undefined

  // A total is always printed as a best time; of the runs of a driver, only one is.
  const totals = columns.map((column, at) => at > 3 && !(marked && runs[at]) && isAlwaysBest(column))
  const total = totals.lastIndexOf(true)
  const facts = columns.findIndex((_, at) => at > 3 && (runs[at] || at === total))
  return columns.map((column, at) => {
    if (at < 4 || at < facts) return leading[at] ?? 'other'
    if (at === total) return 'total'
    if (runs[at] && !(at > total && total >= 0 && holdsGaps(column))) return 'run'
    return holdsGaps(column) || at === total + 1 ? 'difference' : 'other'
  })
}

/** The cells by column; a cell that spans several is in the first of them. */
export function columnCells(row: HtmlRow): readonly (HtmlCell | undefined)[] {
  if (row.cells.every(({ colspan }) => colspan === 1)) return row.cells
  return row.cells.flatMap((cell) => [cell, ...Array.from({ length: cell.colspan - 1 }, () => undefined)])
}

function isDriverRow(cells: readonly (HtmlCell | undefined)[]): boolean {
  const [position, , number, name] = cells.map((cell) => cell?.text ?? '')
  if (cells.length < 6 || cells[0]?.header || !name) return false
  return /^\d+\s*[a-z]{0,2}$/i.test(position ?? '') || (position === '' && number !== '' && /\d/.test(number ?? ''))
}

function holdsRuns(column: readonly HtmlCell[]): boolean {
  const filled = column.filter((cell) => cell.text !== '')
  return filled.every((cell) => /^(?:[\d:]*\.\d+)?(?:\+.*|\(\w+\))?$|^(?:dnf|dns|off|ds?q|rrn?)$/i.test(cell.text))
}

function isAlwaysBest(column: readonly HtmlCell[]): boolean {
  const filled = column.filter((cell) => cell.text !== '')
  return filled.length > 0 && filled.every((cell) => cell.best)
}

function holdsGaps(column: readonly HtmlCell[]): boolean {
  const filled = column.filter((cell) => cell.text !== '')
  return filled.length > 0 && filled.every((cell) => isGap(cell.text))
}

/** `-`, `+8.196`, or at the leader `[-]1.630`, the lead over the second. */
export function isGap(text: string): boolean {
  return /^(?:-|\[-\].*|[+-]\d*\.\d+)$/.test(text)
}
