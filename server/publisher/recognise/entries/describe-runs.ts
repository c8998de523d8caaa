import { evidenceOf } from '../../sources/runs/column-content.ts'
import { readHeading } from '../../sources/runs/column-heading.ts'
import { type Runs, readRuns } from '../../sources/runs/read-runs.ts'
import type { RunColumn } from '../../sources/runs/run-column.ts'
import { findRunColumns } from '../../sources/runs/run-columns.ts'
import { normalizeRunCell, runNotation } from '../../sources/runs/run-notation.ts'
import type { TableColumn } from '../../sources/table-column.ts'
import type { AssignedRoles, Row } from '../columns/assigned-role.ts'
import { filledCells, isResultCell, isTimeCell, mostAre } from '../columns/cell-kinds.ts'
import type { ExpressionOf } from './describe-names.ts'

/** The runs of an entry: how a template says them, and how the recogniser reads the same. */
export interface RunsValue {
  readonly expression: string
  readonly statements: readonly string[]
  readonly columns: readonly TableColumn[]
  readonly isLaps: boolean
  /** Something to check, for a file whose runs were not sure. */
  readonly doubts: readonly string[]
  read(row: Row): Runs
}

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
  return found.length > 0 ? byRunColumns(found, variable) : byNumbers(columns, rows, expressionOf)
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

/** Columns such as `Sat 1`, `Sat 2`, `Sun 1`: a word for each day or course, and the number of the run. */
function byNumbers(columns: readonly TableColumn[], rows: readonly Row[], expressionOf: ExpressionOf) {
  const days = new Map<string, { readonly column: TableColumn; readonly run: number }[]>()
  for (const column of columns) {
    const [, word = '', run = ''] = /^(\D*?)[\s._-]*(\d{1,2})$/.exec(column.heading) ?? []
    const day = word.trim().toLowerCase()
    if (day === '' || readHeading(column.heading) || evidenceOf([column.key], rows) !== 'runs') continue
    days.set(day, [...(days.get(day) ?? []), { column, run: Number(run) }])
  }
  // By the numbers of the runs, and the days by their first one: columns can stand in any order.
  const lists = [...days.values()]
    .map((day) => day.sort((a, b) => a.run - b.run).map(({ column }) => column))
    .sort(([a], [b]) => (a?.index ?? 0) - (b?.index ?? 0))
  if (lists.length === 0) return undefined
  const print = (list: readonly TableColumn[]) =>
    `[${list.map(({ key }) => `normalize_run(${expressionOf(key)})`).join(', ')}]`
  const readDay = (row: Row, list: readonly TableColumn[]) => list.map(({ key }) => normalizeRunCell(row[key] ?? ''))
  const isOne = lists.length === 1
  const names = lists.map(([first]) => `"${first?.heading ?? ''}"`).join(', ')
  const doubt = isOne
    ? `The columns from ${names} on are taken as runs, because they hold times.`
    : `The columns from ${names} on are taken as ${lists.length} days or courses, because they hold times.`
  return {
    expression: isOne ? print(lists[0] ?? []) : `[\n    ${lists.map(print).join(',\n    ')}\n  ]`,
    statements: [],
    columns: lists.flat(),
    isLaps: false,
    doubts: [doubt],
    read: (row: Row): Runs => (isOne ? readDay(row, lists[0] ?? []) : lists.map((list) => readDay(row, list))),
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
  const counted = columns.find(
    ({ key, heading }) => isTimeName(heading) && mostAre(filledCells(key, rows), isMilliseconds, 1),
  )
  const column = timed ?? counted
  if (!column) return undefined
  const expression = expressionOf(column.key)
  const doubt = `The file has no runs: "${column.heading}" is taken as the one run of each entry.`
  return {
    expression: timed ? `[normalize_run(${expression})]` : `[run_notation(${expression} / 1000, "")]`,
    statements: [],
    columns: [column],
    isLaps: /lap/i.test(column.heading),
    doubts: timed ? [doubt] : [doubt, `"${column.heading}" is taken as milliseconds.`],
    read(row: Row): Runs {
      const cell = row[column.key] ?? ''
      return [timed || cell === '' ? normalizeRunCell(cell) : runNotation(String(Number(cell) / 1000), '')]
    },
  }
}

function isTimeName(heading: string): boolean {
  return /best|total|time|lap/i.test(heading) && !/last|count|number/i.test(heading)
}

function isMilliseconds(cell: string): boolean {
  return /^\d{4,8}$/.test(cell) && Number(cell) >= 5000
}
