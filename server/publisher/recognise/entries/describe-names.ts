import type { TableColumn } from '../../sources/table-column.ts'
import type { AssignedRoles, Row } from '../columns/assigned-role.ts'
import { filledCells, mostAre } from '../columns/cell-kinds.ts'

/** A value that a template works out of a record, and how the recogniser reads the same. */
export interface Value {
  readonly expression: string
  readonly statements: readonly string[]
  readonly columns: readonly TableColumn[]
  read(row: Row): string
}

/** How a template names the column with this key. */
export type ExpressionOf = (key: string) => string

const suffixes = ['Jr', 'Jr.', 'Sr', 'Sr.', 'II', 'III', 'IV']

/** The name of an entry; undefined when no column can be one. */
export function nameValue(roles: AssignedRoles, rows: readonly Row[], expressionOf: ExpressionOf): Value | undefined {
  const [first] = roles.get('first_name')?.columns ?? []
  const [last] = roles.get('last_name')?.columns ?? []
  const [whole] = roles.get('name')?.columns ?? []
  if (first && last) return joined([first, last], expressionOf)
  const one = whole ?? first ?? last
  if (!one) return undefined
  return isTurned(filledCells(one.key, rows)) ? turned(one, expressionOf) : joined([one], expressionOf)
}

/** Columns one after the other, with a space in between. */
export function joined(columns: readonly TableColumn[], expressionOf: ExpressionOf): Value {
  return {
    expression: columns.map(({ key }) => expressionOf(key)).join(' + " " + '),
    statements: [],
    columns,
    read: (row) =>
      columns
        .map(({ key }) => row[key] ?? '')
        .join(' ')
        .replace(/\s+/g, ' ')
        .trim(),
  }
}

/** Whether most names are written `Last, First`. */
function isTurned(cells: readonly string[]): boolean {
  return mostAre(cells, (cell) => turnedParts(cell) !== undefined, 0.5)
}

function turnedParts(name: string): readonly string[] | undefined {
  const parts = name.split(', ')
  return parts.length === 2 && !suffixes.includes(parts[1] ?? '') ? parts : undefined
}

function turned(column: TableColumn, expressionOf: ExpressionOf): Value {
  const whole = expressionOf(column.key)
  const list = suffixes.map((suffix) => `"${suffix}"`).join(', ')
  return {
    expression: `parts[1] + " " + parts[0] if isTurned else ${whole}`,
    statements: [
      `{% set parts = ${whole}.split(", ") -%}`,
      `{% set isTurned = parts.length == 2 and parts[1] not in [${list}] -%}`,
    ],
    columns: [column],
    read(row) {
      const name = row[column.key] ?? ''
      const parts = turnedParts(name)
      return parts ? `${parts[1]} ${parts[0]}` : name
    },
  }
}
