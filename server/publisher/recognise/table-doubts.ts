import { longRowsWithoutRuns } from '../sources/runs/beyond-header.ts'
import { columnWarnings } from '../sources/runs/column-warnings.ts'
import { findRunColumns } from '../sources/runs/run-columns.ts'
import type { DelimitedRows } from '../sources/tables/delimited.ts'
import { longRowsWarnings } from '../sources/tables/long-rows.ts'

/** What the readers will say of a table: rows that are too long, columns that may be times or penalties. */
export function tableDoubts(table: DelimitedRows, file: string): readonly string[] {
  const { columns, rows } = table
  const found = findRunColumns(columns, rows)
  const long = longRowsWarnings({ ...table, long: longRowsWithoutRuns(found, table) }, file)
  const known = new Set<string>()
  const unread = found.length > 0 ? columnWarnings({ file, reader: 'run_columns', columns, rows, known }, found) : []
  return [...long, ...unread].map(({ message }) => message)
}
