import type { SourceWarning } from '../source-warning.ts'
import type { TableColumn } from '../table-column.ts'
import { holdsSomething, looksLikePenalties, looksLikeTimes, type Row } from './column-content.ts'
import { readHeading } from './column-heading.ts'
import type { RunColumn } from './run-column.ts'

/** A table whose runs were read, and what it was read for. */
export interface RunTable {
  readonly file: string
  /** What reads it, such as `run_columns`. */
  readonly reader: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly Row[]
  /** The names that a template reads by itself, and columns that are known to be something else. */
  readonly known: ReadonlySet<string>
}

/** As many names as a sentence can hold. */
const mostListed = 20

/** Warnings of a table: no column is a run, or columns are left over that look like times or penalties. */
export function columnWarnings(table: RunTable, found: readonly RunColumn[]): readonly SourceWarning[] {
  const { file, reader, columns, rows } = table
  if (rows.length === 0) return []
  const unused = leftOver(table, found).map(nameOf)
  const repeated = repeatedColumns(table, found)
  if (found.length > 0) {
    const used = listed(found.flatMap(({ parts }) => parts.map(({ column }) => nameOf(column))))
    const message = `${reader} does not use ${listed(unused)}, which may be times or penalties; it uses ${used}.`
    return unused.length === 0 ? repeated : [{ file, code: 'unused_columns', message }, ...repeated]
  }
  const guess = unused.length === 0 ? '' : ` Times may be in ${listed(unused)}.`
  const message = `${reader} finds no column of a run, such as "Run 1"; there are ${listed(columns.map(nameOf))}.${guess}`
  return [{ file, code: 'no_run_columns', message }]
}

function leftOver({ columns, rows, known }: RunTable, found: readonly RunColumn[]): readonly TableColumn[] {
  const used = new Set(found.flatMap(({ parts }) => parts.map(({ column }) => column.key)))
  return columns.filter(({ heading, key }) => {
    if (used.has(key) || known.has(key)) return false
    const read = readHeading(heading)
    if (read?.kind === 'penalty' && !read.isShort && isOfRuns(read.run, found)) return holdsSomething(key, rows)
    // Between or behind runs, a column without a heading may be the penalty of the one before.
    if (heading === '' && found.length > 0 && looksLikePenalties(key, rows) && holdsSomething(key, rows)) return true
    const mayBePenalty = hasNumberOfRun(heading, found) && read?.kind !== 'time' && !isOther(heading)
    if (mayBePenalty && looksLikePenalties(key, rows) && holdsSomething(key, rows)) return true
    const isResult = found.length > 0 && read?.run === undefined && (read?.kind === 'time' || isOther(heading))
    return !isResult && looksLikeTimes(key, rows)
  })
}

/** Whether a heading has the number of a run, such as `Hits 1`. */
function hasNumberOfRun(heading: string, found: readonly RunColumn[]): boolean {
  const numbers = (heading.match(/\d+/g) ?? []).map(Number)
  return found.some(({ run }) => numbers.includes(run))
}

/** A column such as `Status` or `Code` without a number is of a run only behind one, and may be anything else. */
function isOfRuns(run: number | undefined, found: readonly RunColumn[]): boolean {
  return run !== undefined || found.length > 0
}

// cspell:ignore ergebnis gesamt: headings
/** Results, and numbers of other kinds. */
const other =
  /pos|rank|place|pts|lane|order|grid|group|class|team|total|best|raw|pax|index|diff|gap|sum|av(?:era)?g|fast|last|from|behind|interval|result|point|score|start|reaction|weight|fee|paid|price|balance|date|speed|age|factor|ergebnis|gesamt/i

function isOther(heading: string): boolean {
  return other.test(heading)
}

/** A heading of runs that comes twice, where both of its columns are filled in one row: one of them is not read. */
function repeatedColumns({ file, reader, rows }: RunTable, found: readonly RunColumn[]): readonly SourceWarning[] {
  const twice = found.flatMap(({ parts }) =>
    parts.filter(({ part, column }) => {
      const same = parts.filter((one) => one.part === part).map((one) => one.column.key)
      if (same.length < 2 || same[0] === column.key) return false
      return rows.some((row) => row[column.key] && same.some((key) => row[key] && row[key] !== row[column.key]))
    }),
  )
  if (twice.length === 0) return []
  const names = listed(twice.map(({ column }) => nameOf(column)))
  const message = `${reader} reads the first filled column of each run, so ${names} ${twice.length === 1 ? 'is' : 'are'} not read in each row.`
  return [{ file, code: 'repeated_column', message }]
}

function nameOf({ key }: TableColumn): string {
  return key
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, mostListed).map((name) => `"${name.length > 60 ? `${name.slice(0, 60)}…` : name}"`)
  const more = names.length > mostListed ? ` and ${names.length - mostListed} more` : ''
  return `${shown.join(', ')}${more}`
}
