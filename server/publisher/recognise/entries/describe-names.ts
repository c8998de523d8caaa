import type { TableColumn } from '../../sources/table-column.ts'
import type { AssignedRoles, Row } from '../columns/assigned-role.ts'
import { filledCells } from '../columns/cell-kinds.ts'

/** A value that a template works out of a record, and how the recogniser reads the same. */
export interface Value {
  readonly expression: string
  readonly statements: readonly string[]
  readonly columns: readonly TableColumn[]
  readonly doubts: readonly string[]
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
  const example = filledCells(one.key, rows).find((cell) => turnedParts(cell) !== undefined)
  return example === undefined ? joined([one], expressionOf) : turned(one, expressionOf, example)
}

/** Columns one after the other, with a space in between. */
export function joined(columns: readonly TableColumn[], expressionOf: ExpressionOf): Value {
  return {
    expression: columns.map(({ key }) => expressionOf(key)).join(' + " " + '),
    statements: [],
    columns,
    doubts: [],
    read: (row) =>
      columns
        .map(({ key }) => row[key] ?? '')
        .join(' ')
        .replace(/\s+/g, ' ')
        .trim(),
  }
}

/** The parts of `Last, First`; undefined for any other name, such as `Yorba, IV`. */
function turnedParts(name: string): readonly string[] | undefined {
  const parts = name.split(', ')
  return parts.length === 2 && !suffixes.includes(parts[1] ?? '') ? parts : undefined
}

function turned(column: TableColumn, expressionOf: ExpressionOf, example: string): Value {
  const whole = expressionOf(column.key)
  const list = suffixes.map((suffix) => `"${suffix}"`).join(', ')
  return {
    expression: `parts[1] + " " + parts[0] if isTurned else ${whole}`,
    statements: [
      `{% set parts = ${whole}.split(", ") -%}`,
      `{% set isTurned = parts.length == 2 and parts[1] not in [${list}] -%}`,
    ],
    columns: [column],
    doubts: [`A name such as "${example}" is turned around.`],
    read(row) {
      const name = row[column.key] ?? ''
      const parts = turnedParts(name)
      return parts ? `${parts[1]} ${parts[0]}` : name
    },
  }
}
