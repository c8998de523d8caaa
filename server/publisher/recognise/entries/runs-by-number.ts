import { evidenceOf, looksLikePenalties } from '../../sources/runs/column-content.ts'
import { readHeading } from '../../sources/runs/column-heading.ts'
import type { Runs } from '../../sources/runs/read-runs.ts'
import { normalizeRunCell, runNotation } from '../../sources/runs/run-notation.ts'
import type { TableColumn } from '../../sources/table-column.ts'
import type { Row } from '../columns/assigned-role.ts'
import type { ExpressionOf } from './describe-names.ts'
import type { RunsValue } from './runs-value.ts'

/** A column of times, and the one with the penalties of those runs, if there is one. */
interface NumberedRun {
  readonly time: TableColumn
  readonly penalty: TableColumn | undefined
}

/** Columns such as `Sat 1`, `Sat 2`, `Sun 1`: a word for each day or course, and the number of the run. */
export function runsByNumber(
  columns: readonly TableColumn[],
  rows: readonly Row[],
  expressionOf: ExpressionOf,
): RunsValue | undefined {
  const days = new Map<string, { readonly run: NumberedRun; readonly number: number }[]>()
  for (const time of columns) {
    const [, word = '', number = ''] = /^(\D*?)[\s._-]*(\d{1,2})$/.exec(time.heading) ?? []
    const day = word.trim().toLowerCase()
    if (day === '' || readHeading(time.heading) || evidenceOf([time.key], rows) !== 'runs') continue
    const run = { time, penalty: penaltyOf(time, columns, rows) }
    days.set(day, [...(days.get(day) ?? []), { run, number: Number(number) }])
  }
  // By the numbers of the runs, and the days by their first one: columns can stand in any order.
  const lists = [...days.values()]
    .map((day) => day.sort((a, b) => a.number - b.number).map(({ run }) => run))
    .sort(([a], [b]) => (a?.time.index ?? 0) - (b?.time.index ?? 0))
  if (lists.length === 0) return undefined
  const print = (list: readonly NumberedRun[]) =>
    `[${list.map((run) => expressionOfRun(run, expressionOf)).join(', ')}]`
  const isOne = lists.length === 1
  return {
    expression: isOne ? print(lists[0] ?? []) : `[\n    ${lists.map(print).join(',\n    ')}\n  ]`,
    statements: [],
    columns: lists.flat().flatMap(({ time, penalty }) => (penalty ? [time, penalty] : [time])),
    isLaps: false,
    doubts: [doubtOf(lists)],
    read: (row: Row): Runs => (isOne ? readDay(row, lists[0] ?? []) : lists.map((list) => readDay(row, list))),
  }
}

// cspell:ignore Durchgang: German for a run
/** The column directly behind the times whose heading begins with theirs, such as `Durchgang 1 Pen`. */
function penaltyOf(time: TableColumn, columns: readonly TableColumn[], rows: readonly Row[]): TableColumn | undefined {
  const next = columns.find(({ index }) => index === time.index + 1)
  const start = `${time.heading.toLowerCase()} `
  return next?.heading.toLowerCase().startsWith(start) && looksLikePenalties(next.key, rows) ? next : undefined
}

function expressionOfRun({ time, penalty }: NumberedRun, expressionOf: ExpressionOf): string {
  const cell = expressionOf(time.key)
  return penalty ? `run_notation(${cell}, ${expressionOf(penalty.key)})` : `normalize_run(${cell})`
}

function readDay(row: Row, list: readonly NumberedRun[]): readonly string[] {
  return list.map(({ time, penalty }) => {
    const cell = row[time.key] ?? ''
    return penalty ? runNotation(cell, row[penalty.key] ?? '') : normalizeRunCell(cell)
  })
}

function doubtOf(lists: readonly (readonly NumberedRun[])[]): string {
  const names = lists.map(([first]) => `"${first?.time.heading ?? ''}"`).join(', ')
  if (lists.length === 1) return `The columns from ${names} on are taken as runs, because they hold times.`
  return `The columns from ${names} on are taken as ${lists.length} days or courses, because they hold times.`
}
