import type { TableColumn } from '../../sources/table-column.ts'
import { assignRoles } from '../columns/assign-roles.ts'
import type { AssignedRoles, Row } from '../columns/assigned-role.ts'
import { filledCells } from '../columns/cell-kinds.ts'
import type { ColumnRole } from '../columns/heading-words.ts'
import { reasonToLeaveOut } from '../columns/left-out-columns.ts'
import { type ExpressionOf, joined, nameValue, type Value } from './describe-names.ts'
import { runsValue, singleTime, totalAlone } from './describe-runs.ts'
import { guessScoring } from './guess-scoring.ts'
import type { RecognisedEntry, RecognisedField, RecognisedFile, UnusedColumn } from './recognition.ts'
import type { RunsValue } from './runs-value.ts'

/** Records with columns: rows of a table, or of data whose nested names were made columns. */
export interface RecordTable {
  readonly columns: readonly TableColumn[]
  readonly rows: readonly Row[]
  /** The variable of the innermost loop. */
  readonly variable: string
  readonly expressionOf: ExpressionOf
  /** The runs where they are no columns, such as a list in each record. */
  readonly runs?: RunsValue | undefined
}

export type Description = Pick<RecognisedFile, 'statements' | 'fields' | 'entries' | 'unused' | 'doubts'> & {
  readonly isLaps: boolean
}

/** What each entry of a table has; undefined when nothing can be the name or the number of an entry. */
export function describeEntries(table: RecordTable): Description | undefined {
  const { columns, rows, variable, expressionOf } = table
  const found = table.runs ?? runsValue(columns, rows, variable, expressionOf)
  const used = new Set(found?.columns.map(({ key }) => key))
  const roles = assignRoles(columns, rows, used)
  const one = (role: ColumnRole) => roles.get(role)?.columns.slice(0, 1) ?? []
  const value = (list: readonly TableColumn[]) => (list.length > 0 ? joined(list, expressionOf) : undefined)
  const number = value(one('number'))
  const name = nameValue(roles, rows, expressionOf) ?? number
  if (!name) return undefined
  const printed = found ? undefined : totalAlone(roles, rows)
  const runs = found ?? (printed ? undefined : singleTime(columns, rows, expressionOf))
  const total = found ? chooseTotal(roles, rows, found, expressionOf) : value(printed ? [printed] : [])
  const values: readonly (readonly [string, Value | undefined])[] = [
    ['driver_name', name],
    ['class', value(one('class'))],
    ['number', number],
    ['car', value([...one('year'), ...one('make'), ...one('car')])],
    ['published_total', total],
    ['published_indexed', total ? value(one('indexed')) : undefined],
  ]
  const given = new Map(values.flatMap(([attribute, one]) => (one ? [[attribute, one] as const] : [])))
  const text = (attribute: string, row: Row) => given.get(attribute)?.read(row) ?? ''
  const entries = rows.map((row): RecognisedEntry => {
    return {
      name: text('driver_name', row),
      class: text('class', row),
      number: text('number', row),
      group: '',
      runs: runs?.read(row) ?? [],
      total: text('published_total', row),
      indexed: text('published_indexed', row),
    }
  })
  const fields = [...given].map(([attribute, one]) => fieldOf(attribute, one))
  const runsField = runs && fieldOf('runs', runs)
  return {
    statements: [...name.statements, ...(runs?.statements ?? [])],
    fields: [...fields, ...(runsField ? [runsField] : [])],
    entries,
    unused: unusedColumns(table, [...given.values(), ...(runs ? [runs] : [])]),
    doubts: [...doubtsOf(roles, given), ...name.doubts, ...(runs?.doubts ?? [withoutRuns(printed)])],
    isLaps: runs?.isLaps ?? false,
  }
}

function fieldOf(attribute: string, { expression, columns }: Pick<Value, 'expression' | 'columns'>): RecognisedField {
  return { attribute, expression, from: columns.map(({ heading }) => heading) }
}

function withoutRuns(total: TableColumn | undefined): string {
  if (!total) return 'No column holds runs or times: before the event that is right.'
  return `The file has no runs: "${total.heading}" is taken as the result of each entry.`
}

/** Of the columns that may be the total, the one that agrees with the runs of most entries. */
function chooseTotal(
  roles: AssignedRoles,
  rows: readonly Row[],
  runs: RunsValue,
  expressionOf: ExpressionOf,
): Value | undefined {
  const made = rows.slice(0, 200).map((row) => ({ row, runs: runs.read(row) }))
  let best: { readonly column: TableColumn; readonly agreeing: number } | undefined
  for (const column of roles.get('total')?.columns ?? []) {
    const guess = guessScoring(made.map((one) => ({ runs: one.runs, total: one.row[column.key] ?? '' })))
    if (guess && guess.agreeing > (best?.agreeing ?? 0)) best = { column, agreeing: guess.agreeing }
  }
  return best && joined([best.column], expressionOf)
}

function unusedColumns({ columns, rows }: RecordTable, values: readonly Pick<Value, 'columns'>[]): UnusedColumn[] {
  const used = new Set(values.flatMap((one) => one.columns.map(({ key }) => key)))
  return columns
    .filter(({ key, heading }) => !used.has(key) && heading !== '')
    .map(({ key, heading }) => ({ name: heading, why: reasonToLeaveOut(heading, filledCells(key, rows)) }))
}

const words: Readonly<Record<string, string>> = { driver_name: 'name', class: 'class', number: 'number', car: 'car' }

function doubtsOf(roles: AssignedRoles, given: ReadonlyMap<string, Value>): readonly string[] {
  const guessed = [...roles].filter(([, { isGuess }]) => isGuess)
  const nameColumn = given.get('driver_name')?.columns[0]
  const isNumber = nameColumn !== undefined && nameColumn === given.get('number')?.columns[0]
  return [
    ...guessed.map(([role, { columns }]) => {
      return `"${columns[0]?.heading ?? ''}" is taken as the ${words[role] ?? role} because of what is in it, not by its heading.`
    }),
    ...(isNumber ? ['No column holds names: the number stands in their place.'] : []),
    ...(given.has('class') ? [] : ['No column is the class: all entries are in one list.']),
    ...(given.has('number') ? [] : ['No column is the number: equal names cannot be told apart.']),
  ]
}
