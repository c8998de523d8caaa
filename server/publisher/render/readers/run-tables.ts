import type { Memories } from '../../memory/memories.ts'
import { createNoMemory, type PassMemory } from '../../memory/pass-memory.ts'
import type { ShapedMemory } from '../../memory/shaped-memory.ts'
import type { AxwareGrid } from '../../sources/axware/axware-grid.ts'
import { longRowsWithoutRuns } from '../../sources/runs/beyond-header.ts'
import { columnWarnings } from '../../sources/runs/column-warnings.ts'
import { type Runs, readRuns } from '../../sources/runs/read-runs.ts'
import type { RunColumn } from '../../sources/runs/run-column.ts'
import { findRunColumns } from '../../sources/runs/run-columns.ts'
import { SourceError } from '../../sources/source-error.ts'
import type { SourceWarning } from '../../sources/source-warning.ts'
import { columnsNamed, type TableColumn } from '../../sources/table-column.ts'
import type { DelimitedRow, DelimitedRows } from '../../sources/tables/delimited.ts'
import { longRowsWarnings } from '../../sources/tables/long-rows.ts'
import type { SourceNames } from '../guard/source-names.ts'

/** The tables of one rendering and their columns of runs, for run_columns and for what it did not use. */
export interface RunTables {
  /** Notes a table whose rows the names know. */
  note(table: DelimitedRows, file: string): void
  /** Notes entries whose reader found their runs, and the columns that it left to the template. */
  noteEntries(entries: readonly { readonly columns: object }[], unread: AxwareGrid['unread']): void
  /** The runs of a row of a noted table, or of any other record. Throws SourceError for what is no record. */
  runsOf(row: unknown): Runs
  /** The same for a row of a noted table alone: while row and columns are the same, so are its runs. */
  runsInTable(row: object): Runs | undefined
  /** What is doubtful about the tables that were read, once each. */
  warnings(): readonly SourceWarning[]
  /** After the last row: what was made of rows that are gone is forgotten. */
  end(): void
}

interface Table {
  readonly file: string
  readonly table: DelimitedRows
  /** Undefined until run_columns is asked for a row. */
  runs?: { readonly columns: readonly RunColumn[]; readonly known: PassMemory<DelimitedRow, Runs> }
}

/** The runs of the rows of the last pass, by file and by the columns of runs. */
export type KnownRuns = Memories<ShapedMemory<DelimitedRow, Runs>>

/** Records that are no rows of a table, such as those of JSON, with the same names. */
interface Records {
  readonly file: string
  readonly columns: readonly TableColumn[]
  readonly rows: DelimitedRow[]
}

const reader = 'run_columns'

export function createRunTables(names: SourceNames, knownRuns?: KnownRuns): RunTables {
  const tables: Table[] = []
  const grids: (() => readonly SourceWarning[])[] = []
  const tableOf = new Map<unknown, Table>()
  const records = new Map<string, Records>()

  const runsOfRecord = (row: object): Runs => {
    const fields = Object.fromEntries(Object.entries(row).map(([name, value]) => [name, asText(value)]))
    const columns = columnsNamed(Object.keys(fields))
    const file = names.of(row)?.file ?? ''
    const id = JSON.stringify([file, ...Object.keys(fields)])
    const same = records.get(id) ?? { file, columns, rows: [] }
    records.set(id, same)
    same.rows.push(fields)
    return readRuns(fields, findRunColumns(columns, [fields]))
  }

  /** A template may read a table twice, and each time other columns. */
  const usedNames = (): ReadonlyMap<string, ReadonlySet<string>> => {
    const used = new Map<string, Set<string>>()
    for (const { file, table } of tables) {
      const key = kindOf(file, table)
      const known = used.get(key) ?? new Set()
      for (const name of names.of(table.rows[0])?.used ?? []) known.add(name)
      used.set(key, known)
    }
    return used
  }

  const runsIn = ({ file, table }: Table): NonNullable<Table['runs']> => {
    const columns = findRunColumns(table.columns, table.rows)
    const sameFile = tables.filter((one) => one.file === file).findIndex((one) => one.table === table)
    const known = knownRuns?.of(`${file} ${sameFile}`).of(JSON.stringify(columns)) ?? createNoMemory()
    return { columns, known }
  }

  const runsInTable = (row: object): Runs | undefined => {
    const noted = tableOf.get(names.of(row))
    if (!noted) return undefined
    noted.runs ??= runsIn(noted)
    const { columns, known } = noted.runs
    const cells = row as DelimitedRow
    return known.recall(cells, () => readRuns(cells, columns))
  }

  return {
    note(table, file) {
      // A template that reads a file twice gets the same table.
      if (tables.some((one) => one.table === table)) return
      const noted: Table = { file, table }
      tables.push(noted)
      const kind = names.of(table.rows[0])
      if (kind) tableOf.set(kind, noted)
    },
    noteEntries: ([first], unread) => grids.push(() => unread(names.of(first?.columns)?.used ?? new Set())),
    runsOf(row) {
      if (typeof row !== 'object' || row === null || Array.isArray(row)) throw noRow(row)
      return runsInTable(row) ?? runsOfRecord(row)
    },
    runsInTable,
    end() {
      for (const { runs } of tables) runs?.known.endPass()
    },
    warnings() {
      const used = usedNames()
      const ofTables = tables.flatMap(({ file, table, runs: found }) => {
        const runs = found?.columns
        const { columns, rows } = table
        const known = used.get(kindOf(file, table)) ?? new Set()
        const doubts = runs ? columnWarnings({ file, reader, columns, rows, known }, runs) : []
        return [...longRowsWarnings({ ...table, long: longRowsWithoutRuns(runs ?? [], table) }, file), ...doubts]
      })
      const ofRecords = [...records.values()].flatMap((same) => {
        const known = new Set<string>()
        return columnWarnings({ ...same, reader, known }, findRunColumns(same.columns, same.rows))
      })
      return withoutRepetitions([...ofTables, ...grids.flatMap((unread) => unread()), ...ofRecords])
    },
  }
}

/** Tables of one file with the same columns. */
function kindOf(file: string, table: DelimitedRows): string {
  return JSON.stringify([file, table.names])
}

function withoutRepetitions(warnings: readonly SourceWarning[]): readonly SourceWarning[] {
  return [...new Map(warnings.map((warning) => [JSON.stringify(warning), warning])).values()]
}

function noRow(value: unknown): SourceError {
  const what = Array.isArray(value) ? 'a list' : 'no row'
  const hint = 'Write {{ run_columns(row) }} inside of {% for row in csv("…") %}.'
  return new SourceError('unreadable', reader, `it is given ${what}; it takes one row of a table.`, hint)
}

function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
