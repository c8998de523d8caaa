import { asOnePass } from '../../memory/pass-memory.ts'
import { createNoShapedMemory, createShapedMemory, type ShapedMemory } from '../../memory/shaped-memory.ts'
import { longRowsWithoutRuns } from '../runs/beyond-header.ts'
import { columnWarnings } from '../runs/column-warnings.ts'
import { type Runs, readRuns } from '../runs/read-runs.ts'
import { findRunColumns } from '../runs/run-columns.ts'
import { runWarnings } from '../runs/run-warnings.ts'
import { SourceError } from '../source-error.ts'
import type { SourceWarning } from '../source-warning.ts'
import type { DelimitedRow } from '../tables/delimited.ts'
import { longRowsWarnings } from '../tables/long-rows.ts'
import { createTableMemory, noTableMemory, type TableMemory } from '../tables/table-memory.ts'
import type { TableStart } from '../tables/table-start.ts'
import { readTsv } from '../tables/tsv.ts'

/** One entry of AXWare's grid; each field is text, '' when empty. */
interface AxwareEntry {
  /** First and last name, or the one column that has both. */
  readonly name: string
  readonly first_name: string
  readonly last_name: string
  readonly class: string
  readonly number: string
  readonly car: string
  readonly color: string
  readonly runs: Runs
  readonly total: string
  readonly diff: string
  readonly from_first: string
  readonly raw_time: string
  readonly raw_position: string
  readonly pax_time: string
  readonly pax_position: string
  readonly position: string
  readonly line: number
  /** The other columns by header. Not enumerable, so that no personal data is in the dump of a whole entry. */
  readonly columns: DelimitedRow
}

export interface AxwareGrid {
  readonly entries: readonly AxwareEntry[]
  readonly unterminated: boolean
  readonly warnings: readonly SourceWarning[]
  /** Warnings of columns that may be runs and that neither the reader nor the template (`read`, by header) reads. */
  unread(read: ReadonlySet<string>): readonly SourceWarning[]
}

/** Header names in letters and digits, with '#' as 'number'; the first that is present and not empty counts. */
const aliases = {
  first_name: ['firstname', 'first'],
  last_name: ['lastname', 'last'],
  whole_name: ['driver', 'name', 'drivername', 'fullname'],
  class: ['class', 'cls', 'carclass'],
  number: ['number', 'num', 'no', 'nbr', 'carnumber', 'carnum', 'carno'],
  car: ['carmodel', 'car', 'vehicle', 'model'],
  color: ['carcolor', 'carcolour', 'color', 'colour'],
  total: ['total'],
  diff: ['diff', 'difference'],
  from_first: ['from1st', 'fromfirst'],
  raw_time: ['rawtime'],
  raw_position: ['rawpos', 'rawposition'],
  pax_time: ['paxtime'],
  pax_position: ['paxpos', 'paxposition'],
  position: ['pos', 'position', 'classpos', 'classposition'],
} as const

export type GridField = keyof typeof aliases

interface KnownEntry {
  readonly entry: AxwareEntry
  readonly doubts: readonly SourceWarning[]
}

/** What was made of the rows of a grid, so that the next pass reads only those that are new. */
export interface GridMemory {
  readonly table: TableMemory
  /** The entry of a row. By its header and the columns of runs. */
  readonly entries: ShapedMemory<DelimitedRow, KnownEntry>
}

export function createGridMemory(): GridMemory {
  return { table: createTableMemory(), entries: createShapedMemory() }
}

function noGridMemory(): GridMemory {
  return { table: noTableMemory(), entries: createNoShapedMemory() }
}

/**
 * Reads AXWare's grid (.rgg) or an export of it: tab-separated, columns known by name in any order. See readDelimited.
 * Throws 'unreadable' when the header lacks the class, the number or a name.
 */
export function readAxwareGrid(
  text: string,
  file: string,
  start: TableStart = {},
  memory: GridMemory = noGridMemory(),
): AxwareGrid {
  const table = readTsv(text, file, start, memory.table, 'axware_grid')
  const { header, columns, rows, lines, unterminated } = table
  const known = knownColumns(header)
  requireColumns(header, known, file)
  const runColumns = findRunColumns(columns, rows)
  const fields = new Set([...known.values()].flat())
  const used = new Set([...fields, ...runColumns.flatMap(({ parts }) => parts.map(({ column }) => column.key))])
  const others = header.filter((name) => !used.has(name))

  const entryOf = (row: DelimitedRow, line: number): AxwareEntry => {
    const field = (name: GridField) => firstFilled(row, known.get(name) ?? [])
    const first = tidy(field('first_name'))
    const last = tidy(field('last_name'))
    const entry = {
      name: tidy(`${first} ${last}`) || tidy(field('whole_name')),
      first_name: first,
      last_name: last,
      class: field('class'),
      number: field('number'),
      car: field('car'),
      color: field('color'),
      runs: readRuns(row, runColumns),
      total: field('total'),
      diff: field('diff'),
      from_first: field('from_first'),
      raw_time: field('raw_time'),
      raw_position: field('raw_position'),
      pax_time: field('pax_time'),
      pax_position: field('pax_position'),
      position: field('position'),
      line,
    }
    return Object.defineProperty(entry, 'columns', { value: pick(row, others) }) as AxwareEntry
  }
  const made = memory.entries.of(JSON.stringify([header, runColumns]))
  const found = asOnePass(made, () =>
    rows.map((row, index): KnownEntry => {
      const line = lines[index] ?? 0
      const make = () => {
        const entry = entryOf(row, line)
        return { entry, doubts: runWarnings(entry.runs, entry.name || 'nobody', file, line) }
      }
      return made.recall(row, make, ({ entry }) => entry.line === line)
    }),
  )
  const entries = found.map(({ entry }) => entry)
  const doubts = found.flatMap((one) => one.doubts)
  const warnings = [...longRowsWarnings({ lines, long: longRowsWithoutRuns(runColumns, table) }, file), ...doubts]
  const unread = (read: ReadonlySet<string>) => {
    const own = { file, reader: 'axware_grid', columns, rows, known: new Set([...fields, ...read]) }
    // Before the event, a grid has no runs.
    return columnWarnings(own, runColumns).filter(({ code }) => code !== 'no_run_columns')
  }
  return { entries, unterminated, warnings, unread }
}

/** The headings of each field of an entry, the first one first; of all others the template takes the column. */
export function knownColumns(header: readonly string[]): ReadonlyMap<GridField, readonly string[]> {
  const plain = header.map((name) => ({
    name,
    key: name
      .toLowerCase()
      .replace('#', 'number')
      .replace(/[^a-z0-9]/g, ''),
  }))
  const fields = Object.entries(aliases) as [GridField, readonly string[]][]
  return new Map(
    fields.map(([field, keys]) => [
      field,
      keys.flatMap((key) => plain.filter((column) => column.key === key).map(({ name }) => name)),
    ]),
  )
}

function requireColumns(
  header: readonly string[],
  known: ReadonlyMap<GridField, readonly string[]>,
  file: string,
): void {
  const has = (field: GridField) => (known.get(field)?.length ?? 0) > 0
  const named = has('first_name') || has('last_name') || has('whole_name')
  const lacking = [!has('class') && 'Class', !has('number') && 'Number', !named && 'First Name'].filter(Boolean)
  if (lacking.length === 0) return
  const found = header.length > 12 ? `${header.slice(0, 12).join(', ')}, ...` : header.join(', ')
  const problem = `no column is called ${lacking.join(' or ')}; the columns are: ${found}.`
  throw new SourceError('unreadable', file, problem, 'Export the grid with its header line, tab-separated.', 1)
}

function pick(row: DelimitedRow, names: readonly string[]): DelimitedRow {
  const picked: Record<string, string> = Object.create(null)
  for (const name of names) picked[name] = row[name] ?? ''
  return picked
}

/** Of the columns with these names, the first that is not empty; '' when all are. */
function firstFilled(row: DelimitedRow, names: readonly string[]): string {
  for (const name of names) {
    const value = row[name]
    if (value) return value
  }
  return ''
}

function tidy(text: string): string {
  return /\s/.test(text) ? text.replace(/\s+/g, ' ').trim() : text
}
