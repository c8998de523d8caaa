import type { TableColumn } from '../../sources/table-column.ts'
import type { AssignedRoles, Row } from './assigned-role.ts'
import {
  filledCells,
  isCarCell,
  isCodeCell,
  isCounting,
  isNameCell,
  isNumberCell,
  isTimeCell,
  isWordCell,
  mostAre,
} from './cell-kinds.ts'
import type { ColumnRole } from './heading-words.ts'
import { isDescribed, reasonToLeaveOut } from './left-out-columns.ts'

type Guess = (cells: readonly string[]) => boolean

const distinct = (cells: readonly string[]) => new Set(cells.map((cell) => cell.toLowerCase())).size

const isName: Guess = (cells) => mostAre(cells, isNameCell) && distinct(cells) >= cells.length * 0.6
const isSingleName: Guess = (cells) =>
  mostAre(cells, (cell) => /^\p{Lu}[\p{L}'’ .-]{2,40}$/u.test(cell), 0.9) && distinct(cells) >= cells.length * 0.9
const isClass: Guess = (cells) =>
  mostAre(cells, isCodeCell, 1) &&
  // Cones and words such as DNF are penalties.
  cells.some((cell) => /\p{L}/u.test(cell) && !isWordCell(cell)) &&
  !mostAre(cells, isWordCell, 0.3) &&
  distinct(cells) <= Math.max(1, cells.length * 0.5)
const isNumber: Guess = (cells) => mostAre(cells, isNumberCell, 0.95) && !isCounting(cells) && distinct(cells) > 1
const isCar: Guess = (cells) => mostAre(cells, (cell) => isCarCell(cell) && !isTimeCell(cell), 0.6)

/** In this order, since a name is the most certain to be known by its cells. */
const guesses: readonly (readonly [ColumnRole, Guess])[] = [
  ['name', isName],
  ['car', isCar],
  ['class', isClass],
  ['number', isNumber],
  ['name', isSingleName],
]

/**
 * Columns that are known by their cells alone, for the roles that no heading has. A heading that says something else,
 * such as a position or a gap, is not guessed at.
 */
export function guessRoles(
  columns: readonly TableColumn[],
  rows: readonly Row[],
  assigned: AssignedRoles,
): readonly (readonly [ColumnRole, TableColumn])[] {
  const isNamed = ['name', 'first_name', 'last_name'].some((role) => assigned.has(role as ColumnRole))
  const found = new Map<ColumnRole, TableColumn>()
  for (const [role, fits] of guesses) {
    if (assigned.has(role) || found.has(role) || (role === 'name' && isNamed)) continue
    const column = columns.find((one) => {
      const cells = filledCells(one.key, rows)
      if (cells.length < Math.min(rows.length, 500) * 0.5 || [...found.values()].includes(one)) return false
      if (isDescribed(one.heading) || reasonToLeaveOut(one.heading, cells) !== 'optional') return false
      return fits(cells)
    })
    if (column) found.set(role, column)
  }
  return [...found]
}
