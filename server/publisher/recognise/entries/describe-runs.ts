import { readHeading } from '../../sources/runs/column-heading.ts'
import { type Runs, readRuns } from '../../sources/runs/read-runs.ts'
import type { RunColumn } from '../../sources/runs/run-column.ts'
import { findRunColumns } from '../../sources/runs/run-columns.ts'
import { normalizeRunCell, runNotation } from '../../sources/runs/run-notation.ts'
import type { TableColumn } from '../../sources/table-column.ts'
import type { AssignedRoles, Row } from '../columns/assigned-role.ts'
import { filledCells, isResultCell, isTimeCell, mostAre } from '../columns/cell-kinds.ts'
import type { ExpressionOf } from './describe-names.ts'
import { runsByNumber } from './runs-by-number.ts'
import type { RunsValue } from './runs-value.ts'

/**
 * The runs of a table: those that `run_columns` finds; else columns with a number such as `Sat 1` that hold times.
 * Undefined when there are none.
 */
export function runsValue(
  columns: readonly TableColumn[],
  rows: readonly Row[],
  variable: string,
  expressionOf: ExpressionOf,
): RunsValue | undefined {
  const found = findRunColumns(columns, rows)
  return found.length > 0 ? byRunColumns(found, variable) : runsByNumber(columns, rows, expressionOf)
}

// cspell:ignore runde: a heading of laps
function byRunColumns(found: readonly RunColumn[], variable: string): RunsValue {
  const columns = found.flatMap(({ parts }) => parts.map(({ column }) => column))
  return {
    expression: `run_columns(${variable})`,
    statements: [],
    columns,
    isLaps: columns.some(({ heading }) => /^(?:lap|runde)\b/i.test(heading)),
    doubts: [],
    read: (row) => readRuns(row, found),
  }
}

/** The column with the result of each entry, of a file without runs. */
export function totalAlone(roles: AssignedRoles, rows: readonly Row[]): TableColumn | undefined {
  return roles.get('total')?.columns.find(({ key }) => isTimed(key, rows))
}

function isTimed(key: string, rows: readonly Row[]): boolean {
  const cells = filledCells(key, rows)
  return mostAre(cells, isResultCell) && cells.some(isTimeCell)
}

/** The one run of each entry, of a file without numbers of runs: a column such as `Run`, or one of milliseconds. */
export function singleTime(
  columns: readonly TableColumn[],
  rows: readonly Row[],
  expressionOf: ExpressionOf,
): RunsValue | undefined {
  const timed = columns.find(({ key, heading }) => readHeading(heading)?.kind === 'time' && isTimed(key, rows))
  const counted = columns.find(({ key, heading }) => {
    const cells = filledCells(key, rows).filter((cell) => cell !== noMilliseconds)
    return isTimeName(heading) && mostAre(cells, isMilliseconds, 1)
  })
  const column = timed ?? counted
  if (!column) return undefined
  const expression = expressionOf(column.key)
  const hasNone = !timed && rows.some((row) => row[column.key] === noMilliseconds)
  const condition = hasNone ? ` if ${expression} < ${noMilliseconds} else []` : ''
  const doubt = `The file has no runs: "${column.heading}" is taken as the one run of each entry.`
  return {
    expression: timed ? `[normalize_run(${expression})]` : `[run_notation(${expression} / 1000, "")]${condition}`,
    statements: [],
    columns: [column],
    isLaps: /lap/i.test(column.heading),
    doubts: timed ? [doubt] : [doubt, `"${column.heading}" is taken as milliseconds.`],
    read(row: Row): Runs {
      const cell = row[column.key] ?? ''
      if (hasNone && cell === noMilliseconds) return []
      return [timed || cell === '' ? normalizeRunCell(cell) : runNotation(String(Number(cell) / 1000), '')]
    },
  }
}

function isTimeName(heading: string): boolean {
  return /best|total|time|lap/i.test(heading) && !/last|count|number/i.test(heading)
}

/** What simulators write for no time: the largest number of 32 bits. */
const noMilliseconds = '2147483647'

function isMilliseconds(cell: string): boolean {
  return /^\d{4,8}$/.test(cell) && Number(cell) >= 5000
}
